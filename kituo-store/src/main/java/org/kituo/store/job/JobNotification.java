package org.kituo.store.job;

import java.time.Instant;

/**
 * What a job said.
 *
 * @param uid the identifier of the notification
 * @param time when it said so
 * @param level how grave it is
 * @param message for people
 * @param completed whether the job has ended with it
 */
public record JobNotification(
    String uid, Instant time, Level level, String message, boolean completed) {
  /** How grave a notification is. */
  public enum Level {
    INFO,
    WARN,
    ERROR
  }
}
