package org.kituo.store.job;

/**
 * What is to be done for jobs of a type. It may be begun again after a crash, and so must end in
 * the same state when it is done twice.
 */
@FunctionalInterface
public interface JobWork {
  /**
   * Does it.
   *
   * @param run the job and the way to say how far it is
   * @return the last message, for people
   * @throws Exception if it failed; the message of the exception is the last one of the job
   */
  String run(JobRun run) throws Exception;
}
