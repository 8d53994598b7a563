/**
 * The gist of metadata: short paged lists in which references and collections are identifiers,
 * counts and links rather than objects.
 */
@NullMarked
package org.kituo.server.gist;

import org.jspecify.annotations.NullMarked;
