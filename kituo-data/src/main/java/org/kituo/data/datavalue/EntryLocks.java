package org.kituo.data.datavalue;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.period.Period;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.form.LockException;
import org.kituo.store.form.LockExceptionTable;

/** What closes forms beside time, and what opens those that time has closed. */
public final class EntryLocks {
  private final LockExceptionTable table;
  private final ApprovedData approved;

  /** Over the kept exceptions and approvals. */
  public EntryLocks(LockExceptionTable table, ApprovedData approved) {
    this.table = table;
    this.approved = approved;
  }

  /** Which data of a data set are approved and so cannot be changed. */
  public ApprovedData.Test approved(DataSet set, Collection<Period> periods) throws SQLException {
    return approved.of(set, periods);
  }

  /** The exceptions of a data set. */
  public Exceptions exceptions(DataSet set, MetadataSnapshot snapshot) throws SQLException {
    Set<Place> places = new HashSet<>();
    for (LockException exception : table.of(snapshot.key(set))) {
      places.add(new Place(exception.period(), exception.orgUnit()));
    }
    return new Exceptions(places, snapshot);
  }

  /** Whether a form may be changed at this time, be it by an exception. */
  public boolean isTimely(EntryTime time, FormTarget form, MetadataSnapshot snapshot)
      throws SQLException {
    DataSet set = form.dataSet();
    return time.isOpen(set, form.period())
        || (time.isOpenWithException(set, form.period())
            && exceptions(set, snapshot).has(form.period(), form.unit()));
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
