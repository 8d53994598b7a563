package org.kituo.demo.presentation;

/** What a dashboard shows. */
sealed interface Exhibit permits Chart, MapSheet {
  /** The identifier of the visualization or map. */
  String uid();
}
