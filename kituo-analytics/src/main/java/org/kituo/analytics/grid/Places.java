package org.kituo.analytics.grid;

import java.util.ArrayList;
import java.util.List;
import org.kituo.analytics.plan.Answer;
import org.kituo.analytics.plan.Result;
import org.kituo.analytics.query.Dimension;
import org.kituo.analytics.query.Entry;
import org.kituo.model.metadata.constant.DimensionType;

/** Which items of the dimensions of a question a result is a value of. */
final class Places {
  private final Answer answer;
  private final List<Dimension> dimensions;
  private final int[] axes;

  Places(Answer answer) {
    this.answer = answer;
    this.dimensions = answer.query().dimensions();
    this.axes = new int[dimensions.size()];
    List<Dimension> groupSets = new ArrayList<>();
    for (int i = 0; i < axes.length; i++) {
      Dimension dimension = dimensions.get(i);
      if (dimension.type() == DimensionType.DATA_ELEMENT_GROUP_SET) {
        axes[i] = groupSets.size();
        groupSets.add(dimension);
      } else {
        axes[i] = answer.space().dimensions().indexOf(dimension);
      }
    }
  }

  /** The item of the dimension at an index. */
  Entry entry(Result result, int index) {
    return switch (dimensions.get(index).type()) {
      case DATA_X -> result.item().orElseThrow();
      case PERIOD -> dimensions.get(index).entries().get(result.column());
      case DATA_ELEMENT_GROUP_SET -> result.groups().get(axes[index]);
      default -> answer.space().entry(result.place(), axes[index]);
    };
  }
}
