/** JMH benchmarks of the pure code that every request runs through. */
@NullMarked
package org.kituo.bench.micro;

import org.jspecify.annotations.NullMarked;
