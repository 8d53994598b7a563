package org.kituo.analytics.plan;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.kituo.store.approval.Approval;
import org.kituo.store.approval.ApprovalTable;
import org.kituo.store.validation.StoredViolation;
import org.kituo.store.validation.ViolationTable;

/**
 * What questions need now and then beside the facts of the engine. It is read from the database by
 * those that do.
 *
 * @param approvals the approvals of a workflow, by its key, for some periods
 * @param violations the violations of a validation rule, by its key, that are kept
 * @param version numbers that change whenever any of them does
 */
public record Registers(
    BiFunction<Integer, int[], List<Approval>> approvals,
    IntFunction<List<StoredViolation>> violations,
    Supplier<List<Long>> version) {
  /** None of either. */
  public static final Registers EMPTY =
      new Registers((workflow, periods) -> List.of(), rule -> List.of(), List::of);

  /** Those of a database. */
  public static Registers of(ApprovalTable approvals, ViolationTable violations) {
    return new Registers(
        (workflow, periods) -> reading(() -> approvals.of(workflow, periods)),
        rule -> reading(() -> violations.of(rule)),
        () ->
            reading(() -> {
              List<Long> versions = new ArrayList<>(violations.version());
              versions.add(approvals.version());
              return List.copyOf(versions);
            }));
  }

  private interface Read<T> {
    T read() throws SQLException;
  }

  private static <T> T reading(Read<T> read) {
    try {
      return read.read();
    } catch (SQLException e) {
      throw new IllegalStateException("Approvals or violations cannot be read", e);
    }
  }
}
