package org.kituo.data.datavalue;

import java.sql.SQLException;
import java.util.Collection;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.period.Period;

/** Knows which data have been approved and so cannot be changed. */
@FunctionalInterface
public interface ApprovedData {
  /** A test of the data of a data set for some periods. */
  Test of(DataSet set, Collection<Period> periods) throws SQLException;

  /** Whether data are approved. */
  @FunctionalInterface
  interface Test {
    /** Whether those of a unit, a period and an attribute option combination are. */
    boolean has(Period period, OrganisationUnit unit, CategoryOptionCombo attribute);
  }
}
