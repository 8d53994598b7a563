package org.kituo.model.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kituo.model.expression.ExpressionTest.parse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kituo.model.expression.OptionSelector.Any;
import org.kituo.model.expression.OptionSelector.Combo;

/** The expected texts are what a DHIS2 2.44 answered for a country with these names. */
class DescriptionTest {
  private static final Map<String, String> COUNTRY =
      Map.ofEntries(
          Map.entry("AgvDe000001", "Malaria cases"),
          Map.entry("AgvDe000002", "Malaria tests"),
          Map.entry("AgvDe000003", "Consultations"),
          Map.entry("AgvDe000006", "Stock on hand"),
          Map.entry("AgvDe000007", "Bed occupancy"),
          Map.entry("AgvDe000016", "Bednets distributed"),
          Map.entry("AgvKA000001", "Male"),
          Map.entry("AgvKAB00001", "Female, 0-4 years"),
          Map.entry("AgvKAB00002", "Male, 0-4 years"),
          Map.entry("AgvKC000001", "Project Alpha"),
          Map.entry("AgvCoB00001", "0-4 years"),
          Map.entry("AgvDs000001", "Monthly report"),
          Map.entry("AgvIn000001", "Positivity"),
          Map.entry("AgvIn000003", "First option share"),
          Map.entry("AgvOug00001", "Hospitals"));

  private static final Names NAMES =
      new Names() {
        @Override
        public Optional<String> name(Reference reference) {
          return Optional.ofNullable(COUNTRY.get(reference.uid()));
        }

        @Override
        public List<Item.DataElements> operands(Item.DataElements item) {
          return List.of(
              new Item.DataElements(item.element(), new Combo("AgvKAB00001"), Any.UNSAID),
              new Item.DataElements(item.element(), new Combo("AgvKAB00002"), Any.UNSAID));
        }
      };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "#{AgvDe000001}|Malaria cases",
        "#{AgvDe000001.AgvKA000001}|Malaria cases Male",
        "R{AgvDs000001.REPORTING_RATE}|Monthly report - Reporting rate",
        "N{AgvIn000001}+N{AgvIn000003}|Positivity+First option share",
        "#{AgvDe000002}.aggregationType(MAX)|Malaria tests.aggregationType(MAX)",
        "#{AgvDe000002}.yearToDate()|Malaria tests.yearToDate()",
        "if(isNull(#{AgvDe000006}),-1,#{AgvDe000006})+firstNonNull(#{AgvDe000007},7)"
            + "|if(isNull(Stock on hand),-1,Stock on hand)+firstNonNull(Bed occupancy,7)",
        "#{AgvDe000003.co:AgvCoB00001}"
            + "|(Consultations Female, 0-4 years+Consultations Male, 0-4 years)",
        "#{AgvDe000016.*.AgvKC000001}|Bednets distributed * Project Alpha",
        "greatest(#{AgvDe000002},100)+least(#{AgvDe000002},50)-log10(1000)+(#{AgvDe000002}%7)^2"
            + "|greatest(Malaria tests,100)+least(Malaria tests,50)-log10(1000)"
            + "+(Malaria tests%7)^2",
        "#{AgvDe000001} + #{AgvDe000001.AgvKA000001} * 2|Malaria cases + Malaria cases Male * 2",
        "#{AgvDe000001} / [days]|Malaria cases / [Number of days]"
      })
  void putsNamesInThePlaceOfItems(String text, String description) {
    assertThat(parse(text, ParseType.INDICATOR).describe(NAMES)).contains(description);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "PROGRAM_INDICATOR|#{AgvPs000001.AgvDe000001}*V{event_count}"
            + "|Visit.Malaria cases*Event count",
        "PROGRAM_INDICATOR|d2:daysBetween(PS_EVENTDATE:AgvPs000001,V{current_date})"
            + "|d2:daysBetween(Visit,Current date)",
        "PROGRAM_INDICATOR_FILTER|A{AgvTa000001} == 'f' and d2:hasValue(#{AgvPs000001.AgvDe000001})"
            + "|Sex == 'f' and d2:hasValue(Visit.Malaria cases)",
        "PROGRAM_RULE_CONDITION|#{cases} > 3 && !d2:hasUserRole('clerk')"
            + "|Cases seen > 3 && !d2:hasUserRole('clerk')",
        "PROGRAM_RULE_DATA|d2:concatenate(#{cases}, 'x')|d2:concatenate(Cases seen, 'x')"
      })
  void describesTheExpressionsOfPrograms(ParseType type, String text, String description) {
    Map<String, String> names =
        Map.of(
            "AgvPs000001", "Visit",
            "AgvDe000001", "Malaria cases",
            "AgvTa000001", "Sex",
            "cases", "Cases seen");
    assertThat(parse(text, type).describe(r -> Optional.ofNullable(names.get(r.uid()))))
        .contains(description);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "INDICATOR|V{event_count}",
        "INDICATOR|PS_EVENTDATE:AgvPs000001",
        "INDICATOR|d2:zing(#{AgvDe000001})",
        "PROGRAM_INDICATOR|#{AgvDe000001}",
        "PROGRAM_INDICATOR|V{no_such_thing}",
        "PROGRAM_INDICATOR|d2:left('a',1)",
        "PROGRAM_INDICATOR|#{AgvPs000001.AgvDe000001}.stageOffset(x)",
        "PROGRAM_RULE_CONDITION|#{cases} >",
        "PROGRAM_RULE_CONDITION|R{AgvDs000001.REPORTING_RATE}"
      })
  void refusesWhatTheKindOfExpressionDoesNotHave(ParseType type, String text) {
    assertThat(Expression.parse(text, type)).isInstanceOf(ParseResult.Failure.class);
  }

  @Test
  void putsNamesInThePlaceOfTheUidsOfOrgUnitTests() {
    Expression expression =
        parse("if(orgUnit.group(AgvOug00001), #{AgvDe000002}, 0)", ParseType.VALIDATION_RULE);
    assertThat(expression.describe(NAMES))
        .contains("if(orgUnit.group(Hospitals), Malaria tests, 0)");
  }

  @Test
  void hasNoDescriptionWhenAnObjectIsUnknown() {
    assertThat(parse("1 + #{abcdefghij1}", ParseType.INDICATOR).describe(NAMES)).isEmpty();
  }

  @Test
  void describesGroupsByNameWhenTheirOperandsAreNotKnown() {
    Expression expression = parse("#{AgvDe000003.co:AgvCoB00001}", ParseType.INDICATOR);
    assertThat(expression.describe(r -> Optional.ofNullable(COUNTRY.get(r.uid()))))
        .contains("Consultations 0-4 years");
  }
}
