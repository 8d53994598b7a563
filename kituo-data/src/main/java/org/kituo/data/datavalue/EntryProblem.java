package org.kituo.data.datavalue;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why values were refused.
 *
 * @param code the error code of DHIS2
 * @param args what the message is about, joined by dashes as DHIS2 gives them
 * @param message for people
 * @param indexes the positions of the refused values in the request; -1 alone where the request
 *     could not be understood, which refuses all
 */
public record EntryProblem(String code, String args, String message, List<Integer> indexes) {
  private static final List<Integer> NOWHERE = List.of(-1);

  /** A request that cannot be understood. */
  static EntryProblem decoding(String code, String message, Object... args) {
    return new EntryProblem(code, join(args), fill(message, args), NOWHERE);
  }

  /** Values that cannot be taken together; their positions are added later. */
  static EntryProblem ofGroup(String code, String message, Object... args) {
    return new EntryProblem(code, join(args), fill(message, args), List.of());
  }

  /** One value that cannot be taken. The first argument is its position. */
  static EntryProblem ofValue(String code, int index, String message, Object... args) {
    Object[] all = Stream.concat(Stream.of(index), Stream.of(args)).toArray();
    return new EntryProblem(code, join(all), fill(message, all), List.of(index));
  }

  EntryProblem at(List<Integer> positions) {
    return new EntryProblem(code, args, message, positions);
  }

  private static String join(Object... args) {
    return Stream.of(args).map(EntryProblem::text).collect(Collectors.joining("-"));
  }

  private static String fill(String message, Object... args) {
    return message.formatted(Stream.of(args).map(EntryProblem::text).toArray());
  }

  private static String text(Object arg) {
    return arg instanceof Collection<?> many
        ? many.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"))
        : String.valueOf(arg);
  }
}
