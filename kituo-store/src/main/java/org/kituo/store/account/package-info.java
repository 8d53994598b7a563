/**
 * What concerns accounts beside their metadata: sessions, logins, and the hashes of secrets. It
 * changes too often, or is too secret, to be part of the metadata snapshot.
 */
@NullMarked
package org.kituo.store.account;

import org.jspecify.annotations.NullMarked;
