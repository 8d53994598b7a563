package org.kituo.data.datavalue;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * Finds objects by whatever a request names them with. Names and custom attributes are not unique
 * everywhere: a text that several objects share finds none of them.
 */
public final class Identifiers {
  private static final char SEPARATOR = '\u0000';

  private final MetadataSnapshot snapshot;
  private final Map<Class<?>, Map<IdScheme, Map<String, MetadataObject>>> indexes = new HashMap<>();
  private final Set<String> ambiguous = new HashSet<>();

  /** Over a state of metadata. */
  public Identifiers(MetadataSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The object that a text names; null if none or several do. */
  public <T extends MetadataObject> @Nullable T find(Class<T> type, IdScheme scheme, String text) {
    return switch (scheme.type()) {
      case UID -> snapshot.get(type, text);
      case CODE -> snapshot.findByCode(type, text).orElse(null);
      case NAME, ATTRIBUTE -> type.cast(index(type, scheme).get(text));
    };
  }

  /** The text that names an object; null if it has none. */
  public static @Nullable String text(MetadataObject object, IdScheme scheme) {
    return switch (scheme.type()) {
      case UID -> object.uid();
      case CODE -> object.identity().code();
      case NAME -> object.name();
      case ATTRIBUTE ->
          scheme.attribute() == null ? null : object.identity().attribute(scheme.attribute());
    };
  }

  private Map<String, MetadataObject> index(Class<? extends MetadataObject> type, IdScheme scheme) {
    return indexes
        .computeIfAbsent(type, t -> new HashMap<>())
        .computeIfAbsent(
            scheme,
            s -> {
              Map<String, MetadataObject> index = new HashMap<>();
              for (MetadataObject object : snapshot.all(type)) {
                String text = text(object, s);
                if (text != null && index.putIfAbsent(text, object) != null) {
                  ambiguous.add(text);
                }
              }
              ambiguous.forEach(index::remove);
              ambiguous.clear();
              return index;
            });
  }

  /** Options by category as one text, which {@link #comboOf} understands. */
  static String optionsText(Map<String, String> options) {
    return optionsText(EntryGroup.OPTIONS_MARK, options);
  }

  /** The same for readers that are lenient with unknown options. */
  static String lenientOptionsText(Map<String, String> options) {
    return optionsText(EntryGroup.LENIENT_OPTIONS_MARK, options);
  }

  private static String optionsText(char mark, Map<String, String> options) {
    StringBuilder text = new StringBuilder().append(mark);
    new TreeMap<>(options).forEach((category, option) -> text.append(option).append(SEPARATOR));
    return text.toString();
  }

  /** The combination of exactly the options of a text; null if there is none or several are. */
  @Nullable CategoryOptionCombo comboOf(String optionsText, IdScheme optionScheme) {
    List<String> texts = List.of(optionsText.substring(1).split(String.valueOf(SEPARATOR), -1));
    Set<String> options = new HashSet<>();
    for (String text : texts.subList(0, texts.size() - 1)) {
      CategoryOption option = find(CategoryOption.class, optionScheme, text);
      if (option == null) {
        return null;
      }
      options.add(option.uid());
    }
    List<CategoryOptionCombo> found = combosOf(options);
    return found.size() == 1 ? found.getFirst() : null;
  }

  /** The combination of a category combo that has exactly some options; null if none has. */
  public @Nullable CategoryOptionCombo combo(String categoryCombo, Collection<String> options) {
    for (CategoryOptionCombo combo : combosOf(new HashSet<>(options))) {
      if (combo.categoryCombo() != null && combo.categoryCombo().id().equals(categoryCombo)) {
        return combo;
      }
    }
    return null;
  }

  private List<CategoryOptionCombo> combosOf(Set<String> options) {
    if (options.isEmpty()) {
      return List.of();
    }
    CategoryOption any = snapshot.get(CategoryOption.class, options.iterator().next());
    return any == null
        ? List.of()
        : snapshot.referrers(any, CategoryOptionCombo.class, "categoryOptions").stream()
            .filter(combo -> hasExactly(combo, options))
            .toList();
  }

  private static boolean hasExactly(CategoryOptionCombo combo, Set<String> options) {
    List<Ref<CategoryOption>> refs = combo.categoryOptions();
    return refs.size() == options.size()
        && refs.stream().allMatch(ref -> options.contains(ref.id()));
  }
}
