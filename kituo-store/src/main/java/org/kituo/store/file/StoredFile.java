package org.kituo.store.file;

import java.time.LocalDateTime;

/**
 * What is known of a file.
 *
 * @param uid its identifier
 * @param name the name under which it was uploaded
 * @param contentType its media type
 * @param length its size in bytes
 * @param md5 the MD5 digest of its content, in hexadecimal digits
 * @param domain what it is for, a constant of the Web API
 * @param assigned whether something uses it
 * @param created when it was uploaded
 * @param createdBy the user who did
 */
public record StoredFile(
    String uid,
    String name,
    String contentType,
    long length,
    String md5,
    String domain,
    boolean assigned,
    LocalDateTime created,
    String createdBy) {}
