package org.kituo.model.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;

/**
 * What an import did, or would have done.
 *
 * @param types a part for each type in the bundle, in import order
 */
public record ImportReport(List<TypeReport> types) {

  /** How an import ended. */
  public enum Status {
    OK,
    WARNING,
    ERROR
  }

  /** What became of the objects of one type. */
  public record TypeReport(ObjectType<?> type, List<ObjectReport> objects) {
    /** The numbers of the type. */
    public Stats stats() {
      return objects.stream().map(ObjectReport::stats).reduce(Stats.NONE, Stats::plus);
    }
  }

  /**
   * What became of one object.
   *
   * @param index the place in the bundle, from 0
   * @param object the object, as it was read
   * @param stats a one for what was done with it
   * @param errors what is wrong with it
   */
  public record ObjectReport(
      int index, MetadataObject object, Stats stats, List<ImportError> errors) {}

  /** Numbers of objects. */
  public record Stats(int created, int updated, int deleted, int ignored) {
    /** None. */
    public static final Stats NONE = new Stats(0, 0, 0, 0);

    /** The number of all objects. */
    public int total() {
      return created + updated + deleted + ignored;
    }

    /** The sum of two. */
    public Stats plus(Stats other) {
      return new Stats(
          created + other.created,
          updated + other.updated,
          deleted + other.deleted,
          ignored + other.ignored);
    }
  }

  /** The same of some objects alone, and without the types that have none of them. */
  public ImportReport of(Predicate<ObjectReport> wanted) {
    List<TypeReport> kept = new ArrayList<>();
    for (TypeReport type : types) {
      List<ObjectReport> objects = type.objects.stream().filter(wanted).toList();
      if (!objects.isEmpty()) {
        kept.add(new TypeReport(type.type, objects));
      }
    }
    return new ImportReport(kept);
  }

  /** The numbers of all types. */
  public Stats stats() {
    Stats sum = Stats.NONE;
    for (TypeReport type : types) {
      sum = sum.plus(type.stats());
    }
    return sum;
  }

  /** All errors. */
  public List<ImportError> errors() {
    List<ImportError> errors = new ArrayList<>();
    types.forEach(t -> t.objects.forEach(o -> errors.addAll(o.errors)));
    return errors;
  }

  /**
   * ERROR where errors kept everything from being written, WARNING where some objects were written
   * all the same.
   */
  public Status status() {
    if (errors().isEmpty()) {
      return Status.OK;
    }
    Stats stats = stats();
    return stats.created + stats.updated + stats.deleted > 0 ? Status.WARNING : Status.ERROR;
  }
}
