package org.kituo.store.cellquery;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.store.datavalue.DataValueKey;

/**
 * A question about the figure in a cell.
 *
 * @param key the cell
 * @param steps what was done, the first step opened it
 */
public record CellQuery(
    String uid, DataValueKey key, Status status, Assignee assignee, List<Step> steps) {

  /** How far it is. */
  public enum Status {
    /** Somebody has to answer. */
    OPEN,
    /** The one who asked has to say whether that is enough. */
    ANSWERED,
    CLOSED
  }

  /** What can be done with it. */
  public enum Action {
    OPEN(Status.OPEN, Set.of()),
    ANSWER(Status.ANSWERED, Set.of(Status.OPEN, Status.ANSWERED)),
    ASSIGN(null, Set.of(Status.OPEN, Status.ANSWERED)),
    CLOSE(Status.CLOSED, Set.of(Status.OPEN, Status.ANSWERED)),
    /** To ask again. */
    REOPEN(Status.OPEN, Set.of(Status.ANSWERED, Status.CLOSED));

    private final @Nullable Status next;
    private final Set<Status> from;

    Action(@Nullable Status next, Set<Status> from) {
      this.next = next;
      this.from = from;
    }

    /** The status after it; null where it stays. */
    @Nullable Status next() {
      return next;
    }

    /** When it can be done. */
    public Set<Status> from() {
      return from;
    }
  }

  /**
   * Who has to answer: a user, a group, or nobody in particular.
   *
   * @param user the identifier of a user; null for none
   * @param group the identifier of a user group; null for none
   */
  public record Assignee(@Nullable String user, @Nullable String group) {
    /** Nobody in particular. */
    public static final Assignee NOBODY = new Assignee(null, null);
  }

  /**
   * One thing that was done.
   *
   * @param by the name of the user
   * @param text what was said; null for nothing
   * @param assignee who it was assigned to by this step
   * @param value the figure at that time; null where there was none
   */
  public record Step(
      Instant at,
      String by,
      Action action,
      @Nullable String text,
      Assignee assignee,
      @Nullable String value) {}

  /** Who asked. */
  public String openedBy() {
    return steps.getFirst().by();
  }
}
