package org.kituo.demo.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kituo.demo.programme.Timeline.Span;

class TimelineTest {
  private final Timeline timeline = new Timeline(5, YearMonth.of(2021, 2));

  private List<String> isos(Frequency frequency) {
    return timeline.spans(frequency).stream().map(Span::iso).toList();
  }

  @Test
  void monthsAreConsecutive() {
    assertThat(isos(Frequency.MONTHLY))
        .containsExactly("202010", "202011", "202012", "202101", "202102");
  }

  @Test
  void weeksLieWithinTheMonthsAndFollowTheIsoYear() {
    List<String> weeks = isos(Frequency.WEEKLY);
    assertThat(weeks).startsWith("2020W41").endsWith("2021W8").contains("2020W53", "2021W1");
    assertThat(weeks).hasSize(21);
  }

  @Test
  void onlyWholeQuartersCountButEveryYear() {
    assertThat(isos(Frequency.QUARTERLY)).containsExactly("2020Q4");
    assertThat(isos(Frequency.YEARLY)).containsExactly("2020", "2021");
  }
}
