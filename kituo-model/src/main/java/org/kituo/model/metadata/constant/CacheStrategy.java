package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of cache strategy in the DHIS2 Web API. */
@Klass("org.hisp.dhis.common.cache.CacheStrategy")
public enum CacheStrategy {
  NO_CACHE,
  CACHE_1_MINUTE,
  CACHE_5_MINUTES,
  CACHE_10_MINUTES,
  CACHE_15_MINUTES,
  CACHE_30_MINUTES,
  CACHE_1_HOUR,
  CACHE_6AM_TOMORROW,
  CACHE_TWO_WEEKS,
  RESPECT_SYSTEM_SETTING
}
