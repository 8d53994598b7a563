package org.kituo.store.datavalue;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the binary format of PostgreSQL's COPY, read column by column. The format: 11 bytes of
 * signature, flags and the length of an extension (4 bytes each); then for each row the number of
 * columns (2 bytes) and for each column its length (4 bytes, -1 for null) and its bytes; at the end
 * -1 in the place of a number of columns. All numbers are big-endian.
 */
final class BinaryRows {
  private static final int SIGNATURE_AND_FLAGS = 15;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;

  BinaryRows(InputStream in) throws IOException {
    this.in = in;
    require(SIGNATURE_AND_FLAGS + Integer.BYTES);
    at += SIGNATURE_AND_FLAGS;
    int extension = int4();
    require(extension);
    at += extension;
  }

  /** Goes to the next row; false at the end. */
  boolean next() throws IOException {
    require(Short.BYTES);
    short columns = (short) SHORT.get(buffer, at);
    at += Short.BYTES;
    if (columns >= 0) {
      return true;
    }
    while (in.read(buffer) >= 0) {
      // to the end, so that the connection is free again
    }
    return false;
  }

  /** The next column, an {@code int4} that is not null. */
  int integer() throws IOException {
    require(2 * Integer.BYTES);
    int value = (int) INT.get(buffer, at + Integer.BYTES);
    at += 2 * Integer.BYTES;
    return value;
  }

  /** The next column, a {@code timestamptz} that is not null, in microseconds since 2000. */
  long timestamp() throws IOException {
    require(Integer.BYTES + Long.BYTES);
    long value = (long) LONG.get(buffer, at + Integer.BYTES);
    at += Integer.BYTES + Long.BYTES;
    return value;
  }

  /** The next column, a {@code boolean} that may be null. */
  @Nullable Boolean bool() throws IOException {
    require(Integer.BYTES);
    if (int4() < 0) {
      return null;
    }
    require(1);
    return buffer[at++] != 0;
  }

  /** The next column, a {@code text} that may be null. */
  @Nullable String text() throws IOException {
    require(Integer.BYTES);
    int length = int4();
    if (length < 0) {
      return null;
    }
    require(length);
    String text = new String(buffer, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  private int int4() {
    int value = (int) INT.get(buffer, at);
    at += Integer.BYTES;
    return value;
  }

  /** Sees to it that so many bytes are in the buffer. */
  private void require(int bytes) throws IOException {
    if (end - at >= bytes) {
      return;
    }
    if (bytes > buffer.length) {
      buffer = Arrays.copyOfRange(buffer, at, at + Math.max(bytes, 2 * buffer.length));
    } else {
      System.arraycopy(buffer, at, buffer, 0, end - at);
    }
    end -= at;
    at = 0;
    while (end < bytes) {
      int read = in.read(buffer, end, buffer.length - end);
      if (read < 0) {
        throw new EOFException("COPY ended within a row");
      }
      end += read;
    }
  }
}
