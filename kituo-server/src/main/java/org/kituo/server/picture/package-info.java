/**
 * Stored tables, charts, maps and dashboards as pictures: what the web application draws in the
 * browser, drawn by the server for mails, reports and other programs.
 */
@NullMarked
package org.kituo.server.picture;

import org.jspecify.annotations.NullMarked;
