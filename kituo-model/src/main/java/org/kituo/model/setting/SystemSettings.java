package org.kituo.model.setting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.model.period.PeriodCalendar;
import org.kituo.model.period.RelativePeriodSettings;
import org.kituo.model.setting.SystemSetting.Kind;

/** The settings that a system has, with the values that hold until someone sets others. */
public final class SystemSettings {
  private static final String NEVER = "1970-01-01T00:00:00.000";

  /** All settings. */
  public static final List<SystemSetting> ALL =
      List.of(
          whole("accountExpiresInDays", 7),
          flag("accountExpiryAlert", false),
          choice(
              "analyticsFinancialYearStart",
              "FINANCIAL_YEAR_OCTOBER",
              RelativePeriodSettings.financialYearStarts()),
          choice("analyticsWeeklyStart", "WEEKLY", RelativePeriodSettings.weeklyStarts()),
          translatable("applicationTitle", "DHIS 2"),
          flag("autoVerifyInvitedUserEmail", true),
          whole("credentialsExpires", 0),
          whole("credentialsExpiresReminderInDays", 28),
          flag("credentialsExpiryAlert", false),
          flag("dataEntryAutoGroup", false),
          text("deviceEnrollmentAllowedUserGroups", ""),
          whole("deviceEnrollmentIATTtlSeconds", 60),
          text("deviceEnrollmentRedirectAllowlist", "dhis2oauth://oauth"),
          flag("enforceVerifiedEmail", false),
          decimal("factorDeviation", 2.0),
          text("globalShellAppName", "global-shell"),
          flag("globalShellEnabled", true),
          text("googleAnalyticsUA", ""),
          text(
              "helpPageLink",
              "https://dhis2.github.io/dhis2-docs/master/en/user/html/dhis2_user_manual_en.html"),
          whole("jobsCleanupAfterMinutes", 1440),
          whole("jobsLogDebugBelowSeconds", 180),
          whole("jobsMaxCronDelayHours", 4),
          whole("jobsRescheduleAfterMinutes", 10),
          flag("keyAcceptanceRequiredForApproval", false),
          flag("keyAccountRecovery", false),
          flag("keyAllowObjectAssignment", false),
          text("keyAnalysisDigitGroupSeparator", "SPACE"),
          text("keyAnalysisDisplayProperty", "name"),
          text("keyAnalysisRelativePeriod", "LAST_12_MONTHS"),
          whole("keyAnalyticsCacheProgressiveTtlFactor", 160),
          text("keyAnalyticsCacheTtlMode", "FIXED"),
          whole("keyAnalyticsDownloadCombinationLimit", 20000),
          whole("keyAnalyticsMaxLimit", 100000),
          whole("keyAnalyticsPeriodYearsOffset", -1),
          translatable("keyApplicationFooter", ""),
          translatable("keyApplicationIntro", ""),
          translatable("keyApplicationNotification", ""),
          translatable("keyApplicationRightFooter", ""),
          text("keyAzureMapsApiKey", ""),
          text("keyBingMapsApiKey", ""),
          text("keyCacheability", "PUBLIC"),
          text("keyCacheStrategy", "CACHE_1_MINUTE"),
          choice("keyCalendar", "iso8601", PeriodCalendar.ids()),
          flag("keyCanGrantOwnUserAuthorityGroups", false),
          flag("keyCountPassiveDashboardViewsInUsageAnalytics", false),
          text("keyCurrentDomainType", ""),
          text("keyCustomColor", ""),
          text("keyCustomColorMobile", ""),
          text("keyCustomCss", ""),
          text("keyCustomJs", ""),
          flag("keyCustomLoginPageLogo", false),
          flag("keyCustomTopMenuLogo", false),
          flag("keyCustomTranslationsEnabled", false),
          flag("keyDashboardContextMenuItemOpenInRelevantApp", true),
          flag("keyDashboardContextMenuItemShowInterpretationsAndDetails", true),
          flag("keyDashboardContextMenuItemSwitchViewType", true),
          flag("keyDashboardContextMenuItemViewFullscreen", true),
          whole("keyDatabaseServerCpus", 0),
          flag("keyDataImportRequireAttributeOptionCombo", false),
          flag("keyDataImportStrictAttributeOptionCombos", false),
          flag("keyDataImportStrictOrganisationUnits", false),
          flag("keyDataImportStrictPeriods", false),
          whole("keyDataQualityMaxLimit", 500),
          choice("keyDateFormat", "yyyy-MM-dd", List.of("yyyy-MM-dd", "dd-MM-yyyy")),
          text("keyDbLocale", "en"),
          text("keyDefaultBaseMap", ""),
          text("keyEmailHostName", ""),
          confidential("keyEmailPassword"),
          whole("keyEmailPort", 587),
          text("keyEmailSender", ""),
          flag("keyEmailTls", true),
          text("keyEmailUsername", ""),
          flag("keyEmbeddedDashboardsEnabled", false),
          text("keyFileResourceRetentionStrategy", "NONE"),
          text("keyFlag", "dhis2"),
          text("keyFlagImage", ""),
          flag("keyGatherAnalyticalObjectStatisticsInDashboardViews", false),
          text("keyGoogleMapsApiKey", ""),
          flag("keyHideBiMonthlyPeriods", false),
          flag("keyHideBiWeeklyPeriods", false),
          flag("keyHideDailyPeriods", false),
          flag("keyHideMonthlyPeriods", false),
          flag("keyHideWeeklyPeriods", false),
          text("keyHtmlPushAnalyticsUrl", ""),
          whole("keyIgnoreAnalyticsApprovalYearThreshold", -1),
          flag("keyIncludeZeroValuesInAnalytics", false),
          time("keyLastCompleteDataSetRegistrationSyncSuccess"),
          time("keyLastMetaDataSyncSuccess"),
          time("keyLastMonitoringRun"),
          text("keyLastSuccessfulAnalyticsTablesRuntime", ""),
          time("keyLastSuccessfulAnalyticsTablesUpdate"),
          time("keyLastSuccessfulDataSynch"),
          time("keyLastSuccessfulEventsDataSynch"),
          text("keyLastSuccessfulLatestAnalyticsPartitionRuntime", ""),
          time("keyLastSuccessfulLatestAnalyticsPartitionUpdate"),
          time("keyLastSuccessfulMonitoring"),
          time("keyLastSuccessfulResourceTablesUpdate"),
          time("keyLastSuccessfulScheduledDataSetNotifications"),
          time("keyLastSuccessfulScheduledProgramNotifications"),
          time("keyLastSuccessfulSystemMonitoringPush"),
          flag("keyLockMultipleFailedLogins", false),
          text("keyMetadataFailedVersion", ""),
          time("keyMetadataLastFailedTime"),
          text(
              "keyMetaDataRepoUrl",
              "https://raw.githubusercontent.com/dhis2/dhis2-metadata-repo/master/repo/221/index.json"),
          time("keyNextAnalyticsTableUpdate"),
          whole("keyParallelJobsInAnalyticsTableExport", -1),
          confidential("keyRemoteInstancePassword"),
          text("keyRemoteInstanceUrl", ""),
          text("keyRemoteInstanceUsername", ""),
          text("keyRemoteMetadataVersion", ""),
          flag("keyRequireAddToView", false),
          flag("keyRespectMetaDataStartEndDatesInAnalyticsTableExport", false),
          flag("keySelfRegistrationNoRecaptcha", false),
          flag("keySkipDataTypeValidationInAnalyticsTableExport", false),
          whole("keySmsMaxLength", 1071),
          whole("keySqlViewMaxLimit", -1),
          flag("keyStopMetadataSync", false),
          text("keySystemMetadataVersion", ""),
          text("keySystemNotificationsEmail", ""),
          whole("KeyTrackedEntityMaxLimit", 50000),
          text("keyTrackerDashboardLayout", ""),
          text("keyUiLocale", "en"),
          flag("keyUseCustomLogoBanner", false),
          flag("keyUseCustomLogoFront", false),
          flag("keyVersionEnabled", false),
          time("lastSuccessfulDataStatistics"),
          text("loginPageLayout", "DEFAULT"),
          text("loginPageTemplate", ""),
          translatable("loginPopup", ""),
          whole("maxPasswordLength", 72),
          whole("minPasswordLength", 8),
          whole("notifierCleanAfterIdleTime", 600000),
          flag("notifierGistOverview", true),
          text("notifierLogLevel", "DEBUG"),
          whole("notifierMaxAgeDays", 7),
          whole("notifierMaxJobsPerType", 500),
          whole("notifierMaxMessagesPerJob", 500),
          flag("orgUnitCentroidsInEventsAnalytics", false),
          text("phoneNumberAreaCode", ""),
          confidential("recaptchaSecret"),
          flag("ruleEngineAssignOverwrite", false),
          text("startModule", "dhis-web-dashboard"),
          flag("startModuleEnableLightweight", false),
          whole("syncDelayBetweenRemoteServerAvailabilityCheckAttempts", 500),
          whole("syncMaxAttempts", 3),
          whole("syncMaxRemoteServerAvailabilityCheckAttempts", 3),
          time("syncSkipSyncForDataChangedBefore"));

  private static final Map<String, SystemSetting> BY_KEY = new HashMap<>();

  static {
    ALL.forEach(s -> BY_KEY.put(s.key(), s));
  }

  private SystemSettings() {}

  /** A setting by its key; null where there is none. */
  public static @Nullable SystemSetting find(String key) {
    return BY_KEY.get(key);
  }

  private static SystemSetting text(String key, String initial) {
    return new SystemSetting(key, Kind.TEXT, initial, false, false, List.of());
  }

  private static SystemSetting choice(String key, String initial, List<String> choices) {
    return new SystemSetting(key, Kind.TEXT, initial, false, false, choices);
  }

  private static SystemSetting translatable(String key, String initial) {
    return new SystemSetting(key, Kind.TEXT, initial, true, false, List.of());
  }

  private static SystemSetting confidential(String key) {
    return new SystemSetting(key, Kind.TEXT, "", false, true, List.of());
  }

  private static SystemSetting flag(String key, boolean initial) {
    return new SystemSetting(key, Kind.FLAG, Boolean.toString(initial), false, false, List.of());
  }

  private static SystemSetting whole(String key, int initial) {
    return new SystemSetting(key, Kind.WHOLE, Integer.toString(initial), false, false, List.of());
  }

  private static SystemSetting decimal(String key, double initial) {
    return new SystemSetting(key, Kind.DECIMAL, Double.toString(initial), false, false, List.of());
  }

  private static SystemSetting time(String key) {
    return new SystemSetting(key, Kind.TIME, NEVER, false, false, List.of());
  }
}
