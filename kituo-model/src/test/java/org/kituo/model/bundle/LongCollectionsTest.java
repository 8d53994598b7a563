package org.kituo.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kituo.model.TestMetadata;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.UserGroup;
import org.kituo.model.query.NameOrder;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;
import org.kituo.model.snapshot.TextOrder;
import tools.jackson.databind.json.JsonMapper;

/** What a change costs does not grow with what it does not change: counted, not timed. */
class LongCollectionsTest {
  private static final int MANY = 2_000;
  private static final String GROUP = TestMetadata.uid('g', 1);

  private final AtomicInteger looks = new AtomicInteger();
  private final MetadataSnapshot snapshot = TestMetadata.snapshot(objects());

  private static List<MetadataObject> objects() {
    List<MetadataObject> objects = new ArrayList<>();
    IntStream.range(0, MANY).forEach(i -> objects.add(user(i, "User")));
    objects.add(TestMetadata.read(UserGroup.class, group("Members", "")));
    return objects;
  }

  private static User user(int number, String name) {
    String json = "{'id': '%s', 'username': 'user%d', 'firstName': '%s', 'surname': '%05d'}";
    return TestMetadata.read(
        User.class, json.formatted(TestMetadata.uid('u', number), number, name, number));
  }

  private static String group(String name, String more) {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < MANY; i++) {
      members.append(i == 0 ? "" : ", ").append("'").append(TestMetadata.uid('u', i)).append("'");
    }
    return "{'id': '%s', 'name': '%s', 'users': [%s]%s}".formatted(GROUP, name, members, more);
  }

  private static UserGroup group(MetadataSnapshot snapshot) {
    return snapshot.find(UserGroup.class, GROUP).orElseThrow();
  }

  /** A collection that counts how often one of its items is looked at. */
  private <T> List<T> counting(List<T> items) {
    return new AbstractList<>() {
      @Override
      public T get(int index) {
        looks.incrementAndGet();
        return items.get(index);
      }

      @Override
      public int size() {
        return items.size();
      }
    };
  }

  private static UserGroup with(UserGroup group, String property, Object value) {
    return ObjectType.of(UserGroup.class).with(group, property, value);
  }

  @Test
  void anImportKeepsTheCollectionThatItGivesAgain() {
    String bundle = "{'userGroups': [%s]}".formatted(group("Renamed", "")).replace('\'', '"');
    ImportOutcome outcome =
        TestImport.run(
            snapshot,
            JsonMapper.shared().readTree(bundle),
            ImportOptions.of(Strategy.CREATE_AND_UPDATE));
    UserGroup now = group(outcome.change().snapshot());
    assertThat(now.name()).isEqualTo("Renamed");
    assertThat(now.users()).isSameAs(group(snapshot).users());
  }

  @Test
  void aChangeLooksAtNoItemOfACollectionThatStays() {
    SnapshotChange change = snapshot.change();
    UserGroup counted = with(group(snapshot), "users", counting(group(snapshot).users()));
    change.put(counted);
    looks.set(0);
    change.put(with(counted, "name", "Renamed"));
    assertThat(looks).hasValue(0);
    assertThat(change.snapshot().find(UserGroup.class, GROUP).map(UserGroup::name))
        .contains("Renamed");
  }

  @Test
  void oneMoreItemIsOneMoreLink() {
    User other = user(MANY, "Other");
    SnapshotChange change = snapshot.change();
    change.put(other);
    List<Ref<User>> more = new ArrayList<>(group(snapshot).users());
    more.add(new Ref<>(other.uid()));
    change.put(with(group(snapshot), "users", counting(more)));
    assertThat(looks.get()).isLessThanOrEqualTo(MANY + 1);
    assertThat(change.snapshot().referrers(other, UserGroup.class, "users")).hasSize(1);
  }

  @Test
  void aListIsSortedOnceAndThenKeptInOrder() {
    TextOrder byName =
        new TextOrder(
            MetadataObject::label,
            (a, b) -> {
              looks.incrementAndGet();
              return NameOrder.INSTANCE.compare(a, b);
            });
    snapshot.sorted(User.class, byName);
    looks.set(0);
    snapshot.sorted(User.class, byName);
    assertThat(looks).hasValue(0);
    SnapshotChange change = snapshot.change();
    change.put(user(7, "Zacharias"));
    change.put(user(MANY, "Aaron"));
    List<User> sorted = change.snapshot().sorted(User.class, byName);
    assertThat(looks.get()).isLessThan(2 * MANY);
    assertThat(sorted).hasSize(MANY + 1);
    assertThat(sorted.getFirst().firstName()).isEqualTo("Aaron");
    assertThat(sorted.getLast().firstName()).isEqualTo("Zacharias");
  }
}
