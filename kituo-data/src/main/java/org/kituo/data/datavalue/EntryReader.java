package org.kituo.data.datavalue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads figures from the body of a request in one format. */
@FunctionalInterface
public interface EntryReader {
  /**
   * Reads all of a body.
   *
   * @return the figures, in one group for each data set that the body tells apart
   * @throws UnreadableBodyException if it is not of the format
   */
  List<EntryGroup> read(InputStream body) throws IOException, UnreadableBodyException;

  /** A body is not of the format that it is said to be; the message says where and why. */
  final class UnreadableBodyException extends Exception {
    private static final long serialVersionUID = 1;

    /** The reason, for the sender. */
    public UnreadableBodyException(String message) {
      super(message);
    }
  }
}
