package org.kituo.demo.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kituo.demo.payload.Entity;
import org.kituo.demo.payload.Sharing;
import org.kituo.demo.payload.Uid;
import org.kituo.demo.programme.Form;
import org.kituo.demo.programme.Indicator;
import org.kituo.demo.programme.Legend;
import org.kituo.demo.programme.Programme;
import org.kituo.demo.programme.Rule;

/** Indicators with their types and groups, legends and validation rules. */
public final class AnalysisPayloads {
  private static final int FACILITY_LEVEL = 4;

  private AnalysisPayloads() {}

  /** The legend sets. */
  public static List<Entity> legendSets() {
    return Arrays.stream(Legend.values()).map(AnalysisPayloads::legendSet).toList();
  }

  private static Entity legendSet(Legend legend) {
    List<Entity> ranges = new ArrayList<>();
    for (Legend.Range range : legend.ranges()) {
      ranges.add(
          new Entity()
              .with("id", Uid.of("legend", legend.name() + range.from()))
              .with("name", range.name())
              .with("startValue", range.from())
              .with("endValue", range.to())
              .with("color", range.colour()));
    }
    return Entity.of("legendSet", legend.name())
        .with("code", "TR_" + legend.name())
        .with("name", legend.title())
        .with("legends", ranges)
        .with("sharing", Sharing.everyoneReads());
  }

  /** The indicator types. */
  public static List<Entity> indicatorTypes() {
    return Arrays.stream(Indicator.Type.values())
        .map(t ->
            Entity.of("indicatorType", t.name())
                .with("code", "TR_" + t.name())
                .with("name", t.title())
                .with("factor", t.factor())
                .with("number", false))
        .toList();
  }

  /** The indicators. */
  public static List<Entity> indicators(List<Programme> programmes) {
    return programmes.stream()
        .flatMap(p -> p.indicators().stream())
        .map(AnalysisPayloads::indicator)
        .toList();
  }

  private static Entity indicator(Indicator i) {
    return Entity.of("indicator", i.code())
        .with("code", "TR_" + i.code())
        .named(i.name())
        .with("indicatorType", Entity.ref(i.type().uid()))
        .with("numerator", i.numerator().expression())
        .with("numeratorDescription", i.numerator().description())
        .with("denominator", i.denominator().expression())
        .with("denominatorDescription", i.denominator().description())
        .with("annualized", i.annualized())
        .with("decimals", 1)
        .with("legendSets", Entity.refs(List.of(i.legend().uid())))
        .with("sharing", Sharing.everyoneReads());
  }

  /** A group of indicators for each programme. */
  public static List<Entity> indicatorGroups(List<Programme> programmes) {
    return programmes.stream()
        .map(p ->
            Entity.of("indicatorGroup", "TR_" + p.code())
                .with("name", p.name())
                .with(
                    "indicators", Entity.refs(p.indicators().stream().map(Indicator::uid).toList()))
                .with("sharing", Sharing.everyoneReads()))
        .toList();
  }

  /** The validation rules; a rule is checked as often as its programme's form is sent in. */
  public static List<Entity> rules(List<Programme> programmes) {
    List<Entity> rules = new ArrayList<>();
    for (Programme programme : programmes) {
      for (Rule rule : programme.rules()) {
        rules.add(rule(rule, programme.forms().getFirst()));
      }
    }
    return rules;
  }

  private static Entity rule(Rule rule, Form form) {
    return Entity.of("validationRule", rule.code())
        .with("code", "TR_" + rule.code())
        .named(rule.name())
        .with("importance", rule.importance())
        .with("operator", rule.operator())
        .with("periodType", form.frequency().periodType())
        .with("leftSide", side(rule.left()))
        .with("rightSide", side(rule.right()))
        .with("instruction", rule.instruction())
        .with("organisationUnitLevels", List.of(FACILITY_LEVEL))
        .with("sharing", Sharing.everyoneReads());
  }

  private static Entity side(Indicator.Side side) {
    return new Entity()
        .with("expression", side.expression())
        .with("description", side.description())
        .with("missingValueStrategy", "SKIP_IF_ALL_VALUES_MISSING")
        .with("slidingWindow", false);
  }
}
