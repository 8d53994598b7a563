package org.kituo.store.metadata;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An object that was deleted.
 *
 * @param type the JSON name of one object of its type
 * @param uid its identifier
 * @param code its code, if it had one
 * @param deletedAt the time of the deletion, in the server's time zone
 * @param deletedBy the identifier of the user who did it
 */
public record DeletedObject(
    String type, String uid, @Nullable String code, LocalDateTime deletedAt, String deletedBy) {}
