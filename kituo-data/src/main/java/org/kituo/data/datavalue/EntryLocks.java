package org.kituo.data.datavalue;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.period.Period;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.form.LockException;
import org.kituo.store.form.LockExceptionTable;

/** What opens forms that time has closed. */
public final class EntryLocks {
  private final LockExceptionTable table;

  /** Over the kept exceptions. */
  public EntryLocks(LockExceptionTable table) {
    this.table = table;
  }

  /** The exceptions of a data set. */
  public Exceptions exceptions(DataSet set, MetadataSnapshot snapshot) throws SQLException {
    Set<Place> places = new HashSet<>();
    for (LockException exception : table.of(snapshot.key(set))) {
      places.add(new Place(exception.period(), exception.orgUnit()));
    }
    return new Exceptions(places, snapshot);
  }

  /** Whether a unit may enter figures of a data set for a period that is closed. */
  public boolean mayEnterLate(
      DataSet set, Period period, OrganisationUnit unit, MetadataSnapshot snapshot)
      throws SQLException {
    return exceptions(set, snapshot).has(period, unit);
  }

  private record Place(int period, int orgUnit) {}

  /** The exceptions of one data set. */
  public static final class Exceptions {
    private final Set<Place> places;
    private final MetadataSnapshot snapshot;

    private Exceptions(Set<Place> places, MetadataSnapshot snapshot) {
      this.places = places;
      this.snapshot = snapshot;
    }

    /** Whether there is one for a period and a unit. */
    public boolean has(@Nullable Period period, @Nullable OrganisationUnit unit) {
      return period != null
          && unit != null
          && places.contains(new Place(period.key(), snapshot.key(unit)));
    }
  }
}
