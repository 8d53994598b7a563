package org.kituo.store.file;

import java.time.LocalDateTime;
import java.util.List;

/**
 * An icon that a user has added.
 *
 * @param key what objects name it by
 * @param description what it shows
 * @param keywords what it is found by
 * @param file the picture
 * @param created when it was added
 * @param lastUpdated when it was changed last
 * @param createdBy the user who added it
 */
public record CustomIcon(
    String key,
    String description,
    List<String> keywords,
    String file,
    LocalDateTime created,
    LocalDateTime lastUpdated,
    String createdBy) {}
