/**
 * How a server is set up: one typed record, read from command line, environment and one file. Each
 * key is declared once, and its help text, parsing and error messages follow from the declaration.
 */
@NullMarked
package org.kituo.server.configuration;

import org.jspecify.annotations.NullMarked;
