package org.kituo.model.integrity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * One thing that may be wrong with metadata.
 *
 * @param name its identifier: words in lower case joined by underscores
 * @param section the heading that it is listed under
 * @param order its place under the heading
 * @param subject the type of the objects that are looked at
 * @param title what is found, in words
 * @param advice what to do about it
 * @param finder finds the issues
 */
public record IntegrityCheck(
    String name,
    String section,
    int order,
    Severity severity,
    Class<? extends MetadataObject> subject,
    String title,
    String advice,
    Finder finder) {

  /** How bad it is. */
  public enum Severity {
    /** Good to know. */
    INFO,
    /** May be meant. */
    WARNING,
    /** To be mended, though all works. */
    SEVERE,
    /** To be mended: something does not work. */
    CRITICAL
  }

  /** Finds what is wrong in a snapshot. */
  @FunctionalInterface
  public interface Finder {
    /** The issues, in no particular order. */
    List<Issue> find(MetadataSnapshot snapshot);
  }

  /**
   * An object that something is wrong with.
   *
   * @param comment what is wrong in particular; empty where the title says all
   * @param refs identifiers of other objects that play a part
   */
  public record Issue(String id, String name, String comment, List<String> refs) {
    static Issue of(MetadataObject object, String comment, List<String> refs) {
      return new Issue(object.uid(), object.label(), comment, refs);
    }
  }

  /** What is wrong in a snapshot, by name. */
  public List<Issue> issues(MetadataSnapshot snapshot) {
    return finder.find(snapshot).stream()
        .sorted(Comparator.comparing(Issue::name).thenComparing(Issue::id))
        .toList();
  }

  /** The short name: the initials of the name. */
  public String code() {
    return Arrays.stream(name.split("_"))
        .map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT))
        .collect(Collectors.joining());
  }

  /** The plural of the type of the objects that are looked at. */
  public String subjects() {
    return ObjectType.of(subject).plural();
  }
}
