package org.kituo.model.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The order of names. */
class NameOrderTest {
  private static final NameOrder ORDER = NameOrder.INSTANCE;

  @Example
  void lettersComeBeforeBlanksAndCase() {
    List<String> names =
        List.of("MV Per thousand", "banana", "MV Percent", "Apple", "apple-pie", "apple");
    assertThat(names.stream().sorted(ORDER).toList())
        .containsExactly("apple", "Apple", "apple-pie", "banana", "MV Percent", "MV Per thousand");
  }

  @Property
  void isAnOrder(@ForAll String a, @ForAll String b, @ForAll String c) {
    assertThat(Integer.signum(ORDER.compare(a, b))).isEqualTo(-Integer.signum(ORDER.compare(b, a)));
    assertThat(ORDER.compare(a, b) == 0).isEqualTo(a.equals(b));
    if (ORDER.compare(a, b) < 0 && ORDER.compare(b, c) < 0) {
      assertThat(ORDER.compare(a, c)).isNegative();
    }
  }
}
