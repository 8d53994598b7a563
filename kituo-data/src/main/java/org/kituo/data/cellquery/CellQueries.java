package org.kituo.data.cellquery;

import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.DataValueEntry;
import org.kituo.data.datavalue.DataValueException;
import org.kituo.data.datavalue.DataValueException.Kind;
import org.kituo.data.datavalue.SingleEntry;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.Uid;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.UserGroup;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.cellquery.CellQuery;
import org.kituo.store.cellquery.CellQuery.Action;
import org.kituo.store.cellquery.CellQuery.Assignee;
import org.kituo.store.cellquery.CellQueryTable;
import org.kituo.store.datavalue.DataValueKey;

/**
 * Questions about figures. Who may see a figure sees the queries on it, may ask, answer and assign;
 * the one who asked closes a query, or who maintains the system.
 */
public final class CellQueries {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int LONGEST = 10_000;

  private final Supplier<MetadataSnapshot> metadata;
  private final CellQueryTable table;
  private final DataValueEntry figures;

  /** Over a table; which figure is meant and who may see it the figures say. */
  public CellQueries(
      Supplier<MetadataSnapshot> metadata, CellQueryTable table, DataValueEntry figures) {
    this.metadata = metadata;
    this.table = table;
    this.figures = figures;
  }

  /** The present metadata. */
  public MetadataSnapshot snapshot() {
    return metadata.get();
  }

  /** The queries that a user may see, the newest first. */
  public List<CellQuery> list(CellQueryTable.Filter filter, Actor actor) {
    MetadataSnapshot snapshot = metadata.get();
    return table.list(filter).stream()
        .filter(query -> DataValueEntry.maySee(query.key(), actor, snapshot))
        .toList();
  }

  /** A query, if the user may see it. */
  public Optional<CellQuery> find(String uid, Actor actor) {
    return table
        .find(uid)
        .filter(query -> DataValueEntry.maySee(query.key(), actor, metadata.get()));
  }

  /** Asks about a figure. */
  public CellQuery open(SingleEntry cell, @Nullable String text, Assignee assignee, Actor actor)
      throws DataValueException {
    String question = said(text);
    if (question == null) {
      throw refused("Say what you want to know: text is missing.");
    }
    DataValueKey key = figures.visible(cell, actor);
    check(assignee);
    String uid = Uid.random(RANDOM);
    table.open(uid, key, name(actor), question, assignee);
    return table.find(uid).orElseThrow();
  }

  /** Does something with a query that the user may see. */
  public CellQuery step(
      CellQuery query, Action action, @Nullable String text, Assignee assignee, Actor actor)
      throws DataValueException {
    String words = said(text);
    if (words == null && (action == Action.ANSWER || action == Action.REOPEN)) {
      throw refused("Say something: text is missing.");
    }
    boolean asked = query.openedBy().equals(name(actor));
    if (action == Action.CLOSE && !asked && !actor.hasAny("F_PERFORM_MAINTENANCE")) {
      throw new DataValueException(
          Kind.FORBIDDEN, null, "A query is closed by the one who asked: " + query.openedBy());
    }
    if (action == Action.ASSIGN) {
      check(assignee);
    }
    if (!table.step(query.uid(), action, name(actor), words, assignee)) {
      throw new DataValueException(
          Kind.CONFLICT, null, "The query is %s already.".formatted(query.status()));
    }
    return table.find(query.uid()).orElseThrow();
  }

  private void check(Assignee assignee) throws DataValueException {
    MetadataSnapshot snapshot = metadata.get();
    if (assignee.user() != null && snapshot.find(User.class, assignee.user()).isEmpty()) {
      throw refused("There is no user " + assignee.user());
    }
    if (assignee.group() != null && snapshot.find(UserGroup.class, assignee.group()).isEmpty()) {
      throw refused("There is no user group " + assignee.group());
    }
  }

  private static @Nullable String said(@Nullable String text) throws DataValueException {
    if (text != null && text.length() > LONGEST) {
      throw refused("The text is longer than %d characters.".formatted(LONGEST));
    }
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static DataValueException refused(String message) {
    return new DataValueException(Kind.CONFLICT, null, message);
  }

  private static String name(Actor actor) {
    return Objects.requireNonNullElse(actor.user().username(), "system");
  }
}
