package org.kituo.server.metadata;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.kituo.model.metadata.Category;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DefaultObjects;
import org.kituo.model.metadata.JobConfiguration;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.UserRole;
import org.kituo.model.schema.Dates;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectReader;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.SnapshotChange;
import org.kituo.server.authentication.Passwords;
import org.kituo.store.metadata.MetadataStore;
import tools.jackson.databind.json.JsonMapper;

/** Puts the objects into a new database that every DHIS2 has from the start. */
public final class FirstObjects {
  private static final String ADMIN_PASSWORD = "district";

  private FirstObjects() {}

  /** Writes them where there are none. */
  public static void ensure(MetadataStore store, Passwords passwords) {
    if (store.snapshot().count(User.class) > 0
        && jobs().stream().allMatch(job -> store.snapshot().findAny(job.uid()).isPresent())) {
      return;
    }
    store.write(
        DefaultObjects.ADMIN,
        snapshot -> {
          SnapshotChange change = snapshot.change();
          if (snapshot.count(User.class) == 0) {
            objects(passwords).forEach(change::put);
          }
          jobs().stream().filter(job -> snapshot.findAny(job.uid()).isEmpty()).forEach(change::put);
          return change;
        });
  }

  private static List<MetadataObject> objects(Passwords passwords) {
    return List.of(
        read(
            UserRole.class,
            DefaultObjects.SUPERUSER_ROLE,
            "'name':'Superuser','code':'Superuser','description':'Superuser','authorities':['ALL']"),
        read(
            User.class,
            DefaultObjects.ADMIN,
            "'code':'admin','firstName':'admin','surname':'admin','username':'admin','userRoles':[{'id':'%s'}],'password':'%s'"
                .formatted(DefaultObjects.SUPERUSER_ROLE, passwords.hash(ADMIN_PASSWORD))),
        read(
            CategoryOption.class,
            DefaultObjects.CATEGORY_OPTION,
            defaults() + "," + ownedBySystem("rwrw----")),
        read(
            Category.class,
            DefaultObjects.CATEGORY,
            defaults()
                + ",'dataDimensionType':'DISAGGREGATION','categoryOptions':[{'id':'%s'}],%s"
                    .formatted(DefaultObjects.CATEGORY_OPTION, ownedBySystem("rw------"))),
        read(
            CategoryCombo.class,
            DefaultObjects.CATEGORY_COMBO,
            "'name':'default','code':'default','dataDimensionType':'DISAGGREGATION','categories':[{'id':'%s'}],%s"
                .formatted(DefaultObjects.CATEGORY, shared("rw------"))),
        read(
            CategoryOptionCombo.class,
            DefaultObjects.CATEGORY_OPTION_COMBO,
            "'name':'default','code':'default','categoryCombo':{'id':'%s'},'categoryOptions':[{'id':'%s'}]"
                .formatted(DefaultObjects.CATEGORY_COMBO, DefaultObjects.CATEGORY_OPTION)));
  }

  /** The jobs of the system that this server has work for. */
  private static List<MetadataObject> jobs() {
    String job = "'name':'%s','jobType':'%s','cronExpression':'%s','enabled':true";
    return List.of(
        read(
            JobConfiguration.class,
            "YvAwAmrqAtN",
            job.formatted("Dataset notification", "DATA_SET_NOTIFICATION", "0 0 2 ? * *")),
        read(
            JobConfiguration.class,
            "Js3vHn2AVuG",
            job.formatted(
                "Validation result notification",
                "VALIDATION_RESULTS_NOTIFICATION",
                "0 0 7 ? * *")));
  }

  private static String defaults() {
    return "'name':'default','shortName':'default','code':'default'";
  }

  /** Sharing of an object that nobody made, under the owner that DHIS2 gives such objects. */
  private static String ownedBySystem(String access) {
    return shared(access).replace("{'public'", "{'owner':'XXXXXSystem','public'");
  }

  private static String shared(String access) {
    return "'sharing':{'public':'" + access + "','users':{},'userGroups':{}}";
  }

  private static MetadataObject read(
      Class<? extends MetadataObject> type, String id, String members) {
    String now = Dates.format(LocalDateTime.now().truncatedTo(ChronoUnit.MILLIS));
    String json =
        "{'id':'%s','created':'%s','lastUpdated':'%s',%s}"
            .formatted(id, now, now, members)
            .replace('\'', '"');
    return new ObjectReader().read(ObjectType.of(type), JsonMapper.shared().readTree(json), id);
  }
}
