/** The routes by which clients follow jobs, and the answer that tells them of a new one. */
@NullMarked
package org.kituo.server.job;

import org.jspecify.annotations.NullMarked;
