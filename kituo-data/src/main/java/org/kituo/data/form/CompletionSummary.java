package org.kituo.data.form;

import java.util.List;
import org.kituo.data.datavalue.ImportOptions;

/** What an import of completions did. */
public record CompletionSummary(
    ImportOptions options,
    int imported,
    int updated,
    int ignored,
    int deleted,
    List<Conflict> conflicts) {
  /** Why a completion was not taken: what it is about, and the reason for people. */
  public record Conflict(String object, String value) {}
}
