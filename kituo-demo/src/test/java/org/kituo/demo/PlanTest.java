package org.kituo.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kituo.demo.country.Country;
import org.kituo.demo.figures.Figures;

class PlanTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "--months 12", "--facilities 300", "--facilities 900 --months 24"})
  void valuesComeOutAboutAsAskedFor(String flags) {
    double wanted = 300_000;
    List<String> words = new ArrayList<>(List.of("--out", "unused", "--values", "300000"));
    flags.lines().flatMap(line -> Stream.of(line.split(" "))).forEach(words::add);
    Arguments a = Arguments.parse(words, YearMonth.of(2024, 6));
    Plan plan = Plan.of(a);
    Country country = Country.of(plan.facilities(), plan.timeline().months(), a.seed());
    long values = new Figures(country, plan.timeline(), plan.participation(), a.seed()).count();
    assertThat((double) values).isCloseTo(wanted, withinPercentage(12));
  }
}
