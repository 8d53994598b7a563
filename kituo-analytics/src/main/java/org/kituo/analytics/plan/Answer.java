package org.kituo.analytics.plan;

import java.time.Instant;
import java.util.List;
import org.kituo.analytics.query.AnalyticsQuery;

/**
 * The values that answer a question.
 *
 * @param query the question
 * @param space the dimensions besides data and time
 * @param results the values, by kind of item, or in the order of values if that was asked for
 * @param asOf when the newest data that are included were read
 */
public record Answer(AnalyticsQuery query, Space space, List<Result> results, Instant asOf) {}
