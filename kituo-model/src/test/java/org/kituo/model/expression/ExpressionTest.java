package org.kituo.model.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kituo.model.expression.ElementSelector.Element;
import org.kituo.model.expression.OptionSelector.Any;
import org.kituo.model.expression.OptionSelector.Combo;
import org.kituo.model.expression.Reference.Kind;

class ExpressionTest {
  static Expression parse(String text, ParseType type) {
    return switch (Expression.parse(text, type)) {
      case ParseResult.Success(Expression expression) -> expression;
      case ParseResult.Failure failure -> throw new AssertionError(text + ": " + failure);
    };
  }

  static Expression indicator(String text) {
    return parse(text, ParseType.INDICATOR);
  }

  static ParseResult.Failure failure(String text, ParseType type) {
    return switch (Expression.parse(text, type)) {
      case ParseResult.Success success -> throw new AssertionError("Accepted: " + text);
      case ParseResult.Failure failure -> failure;
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#{AgvDe000001}",
        "#{AgvDe000001.AgvKA000001}",
        "#{AgvDe000001.AgvKA000001.AgvKC000001}",
        "#{AgvDe000001.*}",
        "#{AgvDe000016.*.AgvKC000001}",
        "#{AgvDe000016.AgvKA000001.*}",
        "#{deGroup:AgvDeg00001}",
        "#{deGroup:AgvDeg00001.co:AgvCoB00001}",
        "#{AgvDe000003.coGroup:AgvCog00001&AgvCog00002}",
        "R{AgvDs000001.ACTUAL_REPORTS_ON_TIME}",
        "N{AgvIn000001}+N{AgvIn000003}",
        "I{AgvPi000001} * D{AgvPr000001.AgvDe000002} + A{AgvPr000001.AgvTa000002}",
        "D{AgvPr000001.AgvDe000002.AgvOp000001}",
        "C{AgvCon00001} / OUG{AgvOug00001}",
        "[days]*0+[periodInYear]+[yearlyPeriodCount]*100",
        "#{AgvDe000002}.minDate(2023-03-01).maxDate( 2023-8-31 )",
        "(#{AgvDe000002} + 1) .periodOffset( -1 )",
        "#{AgvDe000002}.yearToDate()",
        "subExpression(if(#{AgvDe000002}>60,1,0)).aggregationType(MAX)",
        "greatest(#{AgvDe000002},100)+least(#{AgvDe000002},50)-log10(1000)+(#{AgvDe000002}%7)^2",
        "if(#{AgvDe000002}>50 && !(#{AgvDe000001}==0) || false,1,0)",
        "if(not true and 1 != 2 or is('a' in \"b\", 'it\\'s'), .5, 5.)\n+\t1.5e-3",
        "if(contains('ab','a'), 2^-1, null) - -1"
      })
  void readsIndicators(String text) {
    assertThat(indicator(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|0",
        "#{AgvDe000001}+|15",
        "#{AgvDe000001} +* 2|16",
        "1 2|2",
        "(1|2",
        "1)|1",
        "1;|1",
        "1=1|1",
        "1<>2|2",
        "'open|0",
        "#{AgvDe000001|1",
        "#{abc}|2",
        "#{ AgvDe000001 }|2",
        "#{AgvDe000001.short}|14",
        "#{AgvDe000001.co:AgvKA000001&AgvKA000002}|17",
        "R{AgvDs000001.FOO}|14",
        "[ days ]|0",
        "V{event_count}|0",
        "d2:hasValue(1)|0",
        "if (1<2,1,2)|0",
        "IF(1<2,1,2)|0",
        "AVG(1)|0",
        "avg(1)|0",
        "log(1,2,3)|0",
        "if(true,1)|0",
        "firstNonNull()|13",
        "orgUnit.group(AgvOug00001)|0",
        "#{AgvDe000001}.periodOffset(1.5)|29",
        "#{AgvDe000001}.periodOffset(x)|28",
        "#{AgvDe000001}.minDate(2023-02-30)|23",
        "#{AgvDe000001}.aggregationType(FOO)|31",
        "#{AgvDe000001}.stageOffset(1)|14",
        "1 + true|4",
        "1 > 2|0",
        "'text'|0",
        "if('text',1,2)|3",
        "-(1==2)|2"
      })
  void refusesWithThePositionOfTheProblem(String text, int position) {
    ParseResult.Failure failure = failure(text, ParseType.INDICATOR);
    assertThat(failure.position()).as(failure.reason()).isEqualTo(position);
    assertThat(failure.reason()).isNotBlank();
  }

  @Test
  void knowsWhatEachTypeAllows() {
    assertAll(
        () -> parse("avg(#{AgvDe000002})+2*stddev(#{AgvDe000002})", ParseType.PREDICTOR),
        () -> parse("percentileCont(0.75,#{AgvDe000002})", ParseType.PREDICTOR),
        () -> parse("#{AgvDe000002}.minDate(2023-01-01)", ParseType.PREDICTOR),
        () -> parse("#{AgvDe000002} > 2 * avg(#{AgvDe000002})", ParseType.PREDICTOR_SKIP_TEST),
        () -> parse("#{AgvDe000002} == 1", ParseType.SIMPLE_TEST),
        () -> parse("if(orgUnit.group(AgvOug00001), 1, 0)", ParseType.VALIDATION_RULE),
        () -> failure("N{AgvIn000001}", ParseType.VALIDATION_RULE),
        () -> failure("[periodInYear]", ParseType.VALIDATION_RULE),
        () -> failure("avg(#{AgvDe000002})", ParseType.VALIDATION_RULE),
        () -> failure("subExpression(1)", ParseType.PREDICTOR),
        () -> failure("#{AgvDe000002}.periodOffset(1)", ParseType.PREDICTOR),
        () -> failure("#{AgvDe000002}.minDate(2023-01-01)", ParseType.VALIDATION_RULE),
        () -> failure("avg(#{nothing})", ParseType.PREDICTOR));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"INDICATOR", "VALIDATION_RULE", "PREDICTOR", "PREDICTOR_SKIP_TEST", "SIMPLE_TEST"})
  void refusesWhatIsNestedTooDeeplyAndReadsLongSums(ParseType type) {
    int deep = 1_000_000;
    for (String nest : new String[] {"(", "-", "if(", "2^", "!", "isNull("}) {
      assertThat(failure(nest.repeat(deep), type).reason()).contains("deep");
    }
    assertThat(failure("1" + ".yearToDate()".repeat(deep), type).reason()).isNotBlank();
    Expression comparisons = parse("if(1" + " == 1".repeat(20_000) + ",1,2)", type);
    assertThat(comparisons.compile().number(Values.of(), MissingValueStrategy.NEVER_SKIP)).isOne();
    String sum = "#{AgvDe000001}" + "+#{AgvDe000002}".repeat(20_000);
    Expression expression = parse(sum, type);
    assertThat(expression.items()).hasSize(2);
    assertThat(expression.references()).hasSize(20_001);
    assertThat(expression.compile().number(Values.of(1, 2), MissingValueStrategy.NEVER_SKIP))
        .isEqualTo(40_001);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(X)",
        "-X",
        "2^X",
        "if(true,X,1)",
        "if(X==1,1,2)",
        "if(1==if(X==1,1,2),1,2)",
        "firstNonNull(X)",
        "firstNonNull(null,1+X)",
        "if(isNull(X),1,2)",
        "if(is(X in X1,2),1,2)",
        "greatest(X,1)",
        "removeZeros(X)",
        "if(contains(X,1),1,2)",
        "avg(X)",
        "normDistCum(X)",
        "normDistCum(X,1)",
        "percentileCont(X,1)",
        "(X)+1"
      })
  void evaluatesWhatIsNestedDeeplyOnASmallStack(String nest) throws InterruptedException {
    String text = "#{AgvDe000001}";
    for (int i = 0; i < 90; i++) {
      text = nest.replace("X1", "1").replace("X", text);
    }
    Expression expression = parse(text, ParseType.PREDICTOR);
    List<Throwable> problems = new ArrayList<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              CompiledExpression compiled = expression.compile();
              Values past = Values.of(Double.NaN);
              compiled.number(
                  Values.of(compiled.items(), item -> null, List.of(past, past, past)),
                  MissingValueStrategy.NEVER_SKIP);
              expression.describe(r -> Optional.of("name"));
            },
            "small stack",
            512 * 1024);
    thread.setUncaughtExceptionHandler((t, problem) -> problems.add(problem));
    thread.start();
    thread.join();
    assertThat(problems).isEmpty();
  }

  @Test
  void listsEachItemOnceWithTheModifiersInEffect() {
    Item tests = new Item.DataElements(new Element("AgvDe000002"), Any.UNSAID, Any.UNSAID);
    Item operand =
        new Item.DataElements(new Element("AgvDe000002"), new Combo("AgvKA000001"), Any.UNSAID);
    Modifiers back =
        new Modifiers(
            Optional.of("MAX"), -3, false, Optional.of(LocalDate.of(2023, 1, 1)), Optional.empty());
    assertThat(
            indicator(
                    "#{AgvDe000002} - #{AgvDe000002.AgvKA000001} + #{AgvDe000002} + [days]+"
                        + " (#{AgvDe000002}.periodOffset(-1).aggregationType(MAX) + C{AgvCon00001})"
                        + ".periodOffset(-2).aggregationType(SUM).minDate(2023-01-01)")
                .items())
        .containsExactly(
            new QualifiedItem(tests),
            new QualifiedItem(operand),
            new QualifiedItem(Item.PeriodCount.DAYS),
            new QualifiedItem(tests, back),
            new QualifiedItem(new Item.Constant("AgvCon00001")));
  }

  @Test
  void treatsASubExpressionAsOneItem() {
    Expression expression =
        indicator("subExpression( if(#{AgvDe000002}>60,1,0) ).aggregationType(MAX)");
    assertThat(expression.items()).hasSize(1);
    QualifiedItem item = expression.items().iterator().next();
    assertThat(item.modifiers().aggregationType()).contains("MAX");
    assertThat(item.item())
        .isInstanceOfSatisfying(
            Item.SubExpression.class,
            sub -> {
              assertThat(sub.expression().text()).isEqualTo(" if(#{AgvDe000002}>60,1,0) ");
              CompiledExpression perRow = sub.expression().compile();
              assertThat(perRow.number(Values.of(61), MissingValueStrategy.NEVER_SKIP)).isOne();
              assertThat(perRow.number(Values.of(60), MissingValueStrategy.NEVER_SKIP)).isZero();
            });
    assertThat(expression.references()).extracting(Reference::uid).containsExactly("AgvDe000002");
  }

  @Test
  void listsReferencesByKind() {
    Expression expression =
        parse(
            "#{deGroup:AgvDeg00001.coGroup:AgvCog00001&AgvCog00002.AgvKC000001}"
                + "+#{AgvDe000001.co:AgvCoB00001}+D{AgvPr000001.AgvDe000002.AgvOp000001}"
                + "+A{AgvPr000001.AgvTa000001}+I{AgvPi000001}+C{AgvCon00001}+OUG{AgvOug00001}"
                + "+R{AgvDs000001.REPORTING_RATE}"
                + "+if(orgUnit.ancestor( AgvOuA00001 , AgvOuB00001 ),1,0)",
            ParseType.VALIDATION_RULE);
    assertThat(expression.references())
        .extracting(Reference::kind)
        .containsExactly(
            Kind.DATA_ELEMENT_GROUP,
            Kind.CATEGORY_OPTION_GROUP,
            Kind.CATEGORY_OPTION_GROUP,
            Kind.ATTRIBUTE_OPTION_COMBO,
            Kind.DATA_ELEMENT,
            Kind.CATEGORY_OPTION,
            Kind.PROGRAM,
            Kind.DATA_ELEMENT,
            Kind.OPTION,
            Kind.PROGRAM,
            Kind.TRACKED_ENTITY_ATTRIBUTE,
            Kind.PROGRAM_INDICATOR,
            Kind.CONSTANT,
            Kind.ORGANISATION_UNIT_GROUP,
            Kind.DATA_SET,
            Kind.ORGANISATION_UNIT,
            Kind.ORGANISATION_UNIT);
    assertThat(expression.references())
        .allSatisfy(r -> assertThat(r.range().in(expression.text())).isEqualTo(r.uid()));
  }

  @Test
  void replacesUidsAndNothingElse() {
    String text = " N{mvIN0000131} *2 + C{mvIN0000131}\n+ N{mvIN0000132}.periodOffset(-1)";
    assertThat(indicator(text).rewrite(r -> r.kind() == Kind.INDICATOR ? "mvIN0000133" : r.uid()))
        .isEqualTo(" N{mvIN0000133} *2 + C{mvIN0000131}\n+ N{mvIN0000133}.periodOffset(-1)");
  }
}
