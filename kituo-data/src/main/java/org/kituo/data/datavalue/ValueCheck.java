package org.kituo.data.datavalue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.Option;
import org.kituo.model.metadata.OptionSet;
import org.kituo.model.metadata.constant.ValueType;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.value.ValueRules;

/**
 * Checks the values of a group one by one against their data elements and brings them into the form
 * in which they are kept. A problem refuses the one value only.
 */
final class ValueCheck {
  private static final int MAX_COMMENT = 5_000;

  private final ResolvedGroup entries;
  private final EntryGroup group;
  private final MetadataSnapshot snapshot;
  private final boolean valueRequired;
  private final Map<String, Set<String>> optionCodes = new HashMap<>();
  private final List<EntryProblem> problems = new ArrayList<>();

  /**
   * Checks values that will be written.
   *
   * @param valueRequired whether a value must be there; a single entry may have a comment only
   */
  ValueCheck(ResolvedGroup entries, MetadataSnapshot snapshot, boolean valueRequired) {
    this.entries = entries;
    this.group = entries.group;
    this.snapshot = snapshot;
    this.valueRequired = valueRequired;
  }

  List<EntryProblem> problems() {
    return problems;
  }

  /** Checks a value; false if it cannot be taken. */
  boolean check(int row) {
    DataElement element = Objects.requireNonNull(entries.element(row));
    int before = problems.size();
    checkValue(row, element);
    checkComment(row, element);
    return problems.size() == before;
  }

  private void checkValue(int row, DataElement element) {
    String value = group.value(row);
    if (value == null || value.isEmpty()) {
      if (valueRequired) {
        problems.add(EntryProblem.ofValue("E8120", row, "Value #%s value is required"));
      }
      return;
    }
    ValueType type = Objects.requireNonNullElse(element.valueType(), ValueType.TEXT);
    String normal = ValueRules.normalise(type, value);
    String problem = ValueRules.problem(type, normal);
    if (problem != null) {
      problems.add(
          EntryProblem.ofValue(
              "E8122", row, "Value #%s value `%s` is no valid %s: %s", value, type, problem));
    } else if (element.optionSet() != null && !isOption(normal, type, element.optionSet())) {
      problems.add(
          EntryProblem.ofValue(
              "E8123",
              row,
              "Value #%s value `%s` is no valid option for data element `%s`",
              value,
              element.uid()));
    } else {
      group.normalise(row, normal);
    }
  }

  private boolean isOption(String value, ValueType type, Ref<OptionSet> set) {
    Set<String> codes = codes(set);
    if (type != ValueType.MULTI_TEXT) {
      return codes.contains(value);
    }
    for (String part : value.split(",", -1)) {
      if (!codes.contains(part)) {
        return false;
      }
    }
    return true;
  }

  private void checkComment(int row, DataElement element) {
    String comment = group.comment(row);
    if (comment == null || comment.isEmpty()) {
      return;
    }
    if (comment.length() > MAX_COMMENT) {
      problems.add(
          EntryProblem.ofValue(
              "E8125", row, "Value #%s comment is longer than %s characters", MAX_COMMENT));
    } else if (element.commentOptionSet() != null
        && !codes(element.commentOptionSet()).contains(comment)) {
      problems.add(
          EntryProblem.ofValue(
              "E8124",
              row,
              "Value #%s comment is restricted to options and does not allow `%s`",
              comment));
    }
  }

  private Set<String> codes(Ref<OptionSet> ref) {
    return optionCodes.computeIfAbsent(ref.id(), this::codesOf);
  }

  private Set<String> codesOf(String optionSet) {
    Set<String> codes = new HashSet<>();
    OptionSet set = snapshot.get(OptionSet.class, optionSet);
    if (set != null) {
      for (Ref<Option> ref : set.options()) {
        @Nullable Option option = snapshot.get(Option.class, ref.id());
        String code = option == null ? null : option.identity().code();
        if (code != null) {
          codes.add(code);
        }
      }
    }
    return codes;
  }
}
