/**
 * A question to analytics: as it is asked, in texts ({@link
 * org.kituo.analytics.query.AnalyticsRequest}), and as it is understood, with the objects and
 * periods that the texts mean to the user who asks ({@link
 * org.kituo.analytics.query.AnalyticsQuery}).
 */
@NullMarked
package org.kituo.analytics.query;

import org.jspecify.annotations.NullMarked;
