package org.kituo.analytics.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kituo.model.expression.Item.ReportingMetric;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.ExpressionDimensionItem;
import org.kituo.model.metadata.Indicator;
import org.kituo.model.metadata.ValidationRule;
import org.kituo.model.schema.MetadataObject;

/**
 * What is shown: an item of the dimension dx. The order of the kinds is that of the rows of an
 * answer.
 */
public sealed interface DataItem extends Entry {

  /** An indicator. */
  record OfIndicator(Indicator indicator) implements DataItem {
    @Override
    public String id() {
      return indicator.uid();
    }
  }

  /** A data element, over all its option combos. */
  record OfElement(DataElement element) implements DataItem {
    @Override
    public String id() {
      return element.uid();
    }
  }

  /** A calculation that a user made for use in analytics. */
  record Calculation(ExpressionDimensionItem item) implements DataItem {
    @Override
    public String id() {
      return item.uid();
    }
  }

  /** A data element with one of its option combos, or attribute option combos, or both. */
  record Operand(
      DataElement element,
      Optional<CategoryOptionCombo> combo,
      Optional<CategoryOptionCombo> attributeCombo)
      implements DataItem {
    /** The identifiers with dots between; a star for any combo before an attribute combo. */
    @Override
    public String id() {
      return element.uid()
          + "."
          + combo.map(CategoryOptionCombo::uid).orElse("*")
          + attributeCombo.map(c -> "." + c.uid()).orElse("");
    }
  }

  /** A figure about the reports of a data set. */
  record Rate(DataSet dataSet, ReportingMetric metric) implements DataItem {
    @Override
    public String id() {
      return dataSet.uid() + "." + metric.name();
    }
  }

  /**
   * Something of a program: an indicator, or a data element or attribute after the program and
   * perhaps with an option after it. There are no cases yet, and so no figures.
   *
   * @param type how the API calls the kind, such as {@code PROGRAM_INDICATOR}
   */
  record OfProgram(String type, List<MetadataObject> parts) implements DataItem {
    @Override
    public String id() {
      return parts.stream().map(MetadataObject::uid).collect(Collectors.joining("."));
    }
  }

  /** A validation rule, of which kept violations are counted. */
  record OfRule(ValidationRule rule) implements DataItem {
    @Override
    public String id() {
      return rule.uid();
    }
  }

  /** The place of the kind in the order of rows. */
  default int rank() {
    return switch (this) {
      case OfIndicator i -> 0;
      case OfElement e -> 1;
      case Calculation c -> 2;
      case Operand o -> 3;
      case Rate r -> 4;
      case OfProgram p -> 5;
      case OfRule r -> 6;
    };
  }
}
