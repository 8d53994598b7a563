/** The web application's files. */
@NullMarked
package org.kituo.server.web;

import org.jspecify.annotations.NullMarked;
