/** The routes of configured jobs: their types, and starting and stopping them. */
@NullMarked
package org.kituo.server.schedule;

import org.jspecify.annotations.NullMarked;
