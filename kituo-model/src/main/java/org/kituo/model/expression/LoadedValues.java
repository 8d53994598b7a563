package org.kituo.model.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of any type, fetched beforehand. */
final class LoadedValues implements Values {
  private final double[] numbers;
  private final @Nullable String[] texts;
  private final List<Values> samples;

  private LoadedValues(double[] numbers, @Nullable String[] texts, List<Values> samples) {
    this.numbers = numbers;
    this.texts = texts;
    this.samples = samples;
  }

  static LoadedValues load(
      List<QualifiedItem> items,
      java.util.function.Function<QualifiedItem, @Nullable Object> value,
      List<Values> samples) {
    double[] numbers = new double[items.size()];
    @Nullable String[] texts = new @Nullable String[items.size()];
    for (int i = 0; i < numbers.length; i++) {
      Object found = value.apply(items.get(i));
      numbers[i] = Conversion.number(found);
      if (found instanceof String text && Double.isNaN(numbers[i])) {
        texts[i] = text;
      }
    }
    return new LoadedValues(numbers, texts, List.copyOf(samples));
  }

  @Override
  public double number(int item) {
    return numbers[item];
  }

  @Override
  public @Nullable String text(int item) {
    return texts[item];
  }

  @Override
  public List<Values> samples() {
    return samples;
  }
}
