package org.kituo.demo.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DiceTest {

  @Property
  void sameCoordinatesGiveTheSameNumbers(@ForAll long a, @ForAll long b) {
    Dice one = Dice.at(a, b);
    Dice two = Dice.at(a, b);
    for (int i = 0; i < 20; i++) {
      assertThat(one.unit()).isEqualTo(two.unit()).isBetween(0.0, Math.nextDown(1.0));
    }
  }

  @Property
  void someAreNeverMoreThanAll(
      @ForAll long seed,
      @ForAll @IntRange(max = 5000) int all,
      @ForAll @DoubleRange(min = -1, max = 2) double probability) {
    assertThat(Dice.at(seed).some(all, probability)).isBetween(0, all);
  }

  /** A fixed sequence, so that a change of the generator, which changes every demo, is noticed. */
  @Test
  void theSequenceIsFixed() {
    assertThat(Dice.hash(1, 2, 3)).isEqualTo(-6717208347236562822L);
    assertThat(Dice.hash("TR")).isEqualTo(-7291021360060922060L);
  }

  @Property(tries = 20)
  void countsHaveTheMeanThatWasAskedFor(@ForAll @DoubleRange(min = 0.1, max = 200) double mean) {
    Dice dice = Dice.at(7);
    double sum = 0;
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      sum += dice.count(mean);
    }
    double standardError = Math.sqrt(mean / n);
    assertThat(sum / n).isCloseTo(mean, within(6 * standardError));
  }
}
