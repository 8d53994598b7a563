/**
 * Every sentence that the application says, in English. A translation is a file of the same shape, handed to
 * {@link setLanguage}; `{name}` marks a place that a value fills.
 */
export const english = {
  'app.name': 'Kituo',
  'app.skip': 'Skip to content',
  'app.rooms': 'Rooms',
  'app.dashboards': 'Dashboards',
  'app.entry': 'Data entry',
  'app.notFound': 'There is no page at this address.',
  'app.user': 'Signed in as {name}',
  'app.logout': 'Log out',
  'app.offline': 'No connection to the server. What you enter is kept on this device and sent later.',
  'app.loading': 'Loading…',
  'app.detail': 'Technical detail',
  'app.retry': 'Try again',
  'app.close': 'Close',
  'app.cancel': 'Cancel',
  'app.clear': 'Clear',
  'app.noMatch': 'Nothing matches.',
  'app.failed': 'This page could not be shown',
  'app.failed.hint': 'Load the page again. What you had entered is kept on this device.',

  'error.offline': 'The server cannot be reached',
  'error.offline.hint': 'Check the connection. We try again by ourselves.',
  'error.session': 'Your session has ended',
  'error.session.hint': 'Log in again to go on.',
  'error.forbidden': 'You may not see this',
  'error.forbidden.hint': 'Ask your administrator for access, if you need it for your work.',
  'error.missing': 'This does not exist any more',
  'error.missing.hint': 'It may have been deleted or moved. Choose something else.',
  'error.refused': 'The server refused the question',
  'error.refused.hint': 'Somebody who may edit this item should look at what it asks for.',
  'error.server': 'The server could not answer',
  'error.server.hint': 'Wait a moment. If it stays like this, tell your administrator.',
  'error.program': 'This could not be drawn',
  'error.program.hint': 'Tell your administrator, with the technical detail below.',

  'login.title': 'Log in',
  'login.again': 'Log in again',
  'login.again.text': 'Your session has ended. Log in to go on where you were: nothing that you typed is lost.',
  'login.username': 'Username',
  'login.password': 'Password',
  'login.code': 'Two-factor code',
  'login.code.sent': 'We sent a code to your e-mail address.',
  'login.submit': 'Log in',
  'login.submitting': 'Logging in…',
  'login.wrong': 'Username or password is wrong. Check both and try again.',
  'login.wrongCode': 'Enter the current code of your authenticator.',
  'login.ACCOUNT_DISABLED': 'This account is switched off. Ask your administrator.',
  'login.ACCOUNT_LOCKED': 'This account is locked after too many attempts. Wait some minutes and try again.',
  'login.ACCOUNT_EXPIRED': 'This account has expired. Ask your administrator.',
  'login.PASSWORD_EXPIRED': 'Your password has expired. Ask your administrator for a new one.',
  'login.REQUIRES_TWO_FACTOR_ENROLMENT': 'Your account must first be set up for two-factor login. Ask your administrator.',
  'login.unreachable': 'The server cannot be reached. Check the connection and try again.',
  'login.failed': 'Logging in did not work: {reason}',

  'dashboard.choose': 'Choose a dashboard',
  'dashboard.search': 'Find a dashboard',
  'dashboard.none': 'There are no dashboards yet',
  'dashboard.none.hint': 'Dashboards that are shared with you appear here.',
  'dashboard.empty': 'This dashboard has no items yet.',
  'dashboard.starred': 'starred',
  'dashboard.asTable': 'Show as table',
  'dashboard.asPicture': 'Show as {kind}',
  'dashboard.chart': 'chart',
  'dashboard.map': 'map',
  'dashboard.item': 'Untitled item',
  'dashboard.unsupported': 'Items of the type {type} cannot be shown here yet.',
  'dashboard.asOf': 'Figures as of {time}',
  'dashboard.stale': 'No connection: figures as of {time}',
  'dashboard.updating': 'Updated by itself while you look at it',

  'visualization.noData': 'No figures for this selection yet',
  'visualization.noData.hint': 'They appear here as soon as somebody enters them.',
  'visualization.shownAsTable': 'The chart type {type} is shown as a table.',
  'visualization.total': 'Total',
  'visualization.value': 'Value',
  'visualization.legend': 'Legend',
  'visualization.tableOf': 'Table: {title}',
  'visualization.chartOf': 'Chart: {title}',
  'visualization.other': 'Other',

  'map.mapOf': 'Map: {title}',
  'map.noPlaces': 'No boundaries or points are known for these organisation units',
  'map.noPlaces.hint': 'Import their geometry (GeoJSON) to see them on the map.',
  'map.noData': 'No figure',
  'map.noGroup': 'No group',
  'map.noGraphics': 'This device cannot draw maps, so the figures are shown as a table.',
  'map.place': 'Organisation unit',
  'map.facilities': 'Facilities',
  'map.unsupported': 'The map layer {layer} cannot be shown here yet.',
  'map.zoomIn': 'Zoom in',
  'map.zoomOut': 'Zoom out',
  'map.period': 'Period shown on the map',

  'orgunit.tree': 'Organisation units',
  'orgunit.search': 'Find an organisation unit',
  'orgunit.results': '{n} organisation units found',
  'orgunit.more': 'More than {n} match. Type more letters.',
  'orgunit.none': 'No organisation unit has this name. Check the spelling, or type fewer letters.',
  'orgunit.loading': 'Loading units below {name}…',
  'orgunit.choose': 'Choose organisation unit',
  'orgunit.chosen': 'Organisation unit',
  'orgunit.noRoots': 'No organisation units are assigned to you',
  'orgunit.noRoots.hint': 'Ask your administrator to assign the places you report for.',

  'entry.dataSet': 'Data set',
  'entry.dataSet.choose': 'Choose a data set',
  'entry.dataSet.none': 'No data sets are assigned to {name}. Choose a unit that reports, further down the tree.',
  'entry.period': 'Period',
  'entry.period.choose': 'Choose a period',
  'entry.period.earlier': 'Earlier periods',
  'entry.period.none': 'No period is open for this data set.',
  'entry.option.choose': 'Choose',
  'entry.start': 'What do you want to report?',
  'entry.start.unit': 'Choose an organisation unit in the tree.',
  'entry.start.dataSet': 'Now choose a data set.',
  'entry.start.period': 'Now choose a period.',
  'entry.start.option': 'Now choose: {name}.',
  'entry.empty': 'This data set has no data elements yet.',
  'entry.locked': 'This form is closed',
  'entry.locked.hint': 'Its time for entry has passed. Ask your administrator if a figure must still be changed.',
  'entry.approved': 'This form is approved',
  'entry.approved.hint': 'Approved figures cannot be changed. Ask for the approval to be taken back first.',
  'entry.readOnly': 'You may look at this form, but not change it.',
  'entry.custom': 'This data set has a custom form; it is shown as an ordinary form here.',
  'entry.element': 'Data element',
  'entry.value': 'Value',
  'entry.total': 'Total',
  'entry.greyed': 'not collected',
  'entry.required': 'required',
  'entry.yes': 'Yes',
  'entry.no': 'No',
  'entry.unset': '–',
  'entry.saving': 'saving',
  'entry.saved': 'saved',
  'entry.queued': 'waiting for connection',
  'entry.rejected': 'not saved: {reason}',
  'entry.undecodable': 'not saved',
  'entry.outside': 'outside the expected range {min} to {max}',
  'entry.status.saved': 'All changes are saved',
  'entry.status.none': 'Every figure is saved as you enter it',
  'entry.status.saving': 'Saving {n}…',
  'entry.status.queued': '{n} waiting for the connection, kept on this device',
  'entry.status.rejected': '{n} not saved: see the marked fields',
  'entry.status.elsewhere': '{n} of other forms waiting for the connection',
  'entry.complete': 'Mark complete',
  'entry.incomplete': 'Reopen form',
  'entry.completed': 'Completed by {who}, {when}',
  'entry.completed.plain': 'Completed',
  'entry.missing': 'Required and still empty: {n}. Fill them before you complete the form.',
  'entry.keys': 'Arrow keys and Enter move between cells, Escape undoes, F2 edits inside a cell.',
  'entry.filter': 'Find a data element in this form',
  'entry.file': 'Files cannot be uploaded here yet.',

  'invalid.number': 'Enter a number, for example 12.5',
  'invalid.integer': 'Enter a whole number',
  'invalid.positive': 'Enter a whole number above 0',
  'invalid.zeroOrPositive': 'Enter 0 or a whole number above it',
  'invalid.negative': 'Enter a whole number below 0',
  'invalid.percentage': 'Enter a number from 0 to 100',
  'invalid.unitInterval': 'Enter a number from 0 to 1',
  'invalid.letter': 'Enter one letter',
  'invalid.email': 'Enter an e-mail address',
  'invalid.coordinate': 'Enter longitude and latitude, for example [36.8,-1.29]',
  'invalid.text': 'Enter at most 50,000 characters',

  'period.week': 'Week {n} - {start} - {end}',
  'period.biWeek': 'Bi-Week {n} - {start} - {end}',
} as const

export type MessageKey = keyof typeof english
export type Messages = Readonly<Record<MessageKey, string>>

interface Language {
  readonly tag: string
  readonly direction: 'ltr' | 'rtl'
  readonly messages: Messages
}

let language: Language = { tag: 'en', direction: 'ltr', messages: english }

/** Switches all texts, number and date names, and the writing direction. Call before the application is drawn. */
export function setLanguage(next: Language): void {
  language = next
  document.documentElement.lang = next.tag
  document.documentElement.dir = next.direction
}

export function languageTag(): string {
  return language.tag
}

/** The text for a key, with its places filled. */
export function t(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  return language.messages[key].replace(/\{(\w+)\}/g, (place, name: string) =>
    name in values ? String(values[name]) : place,
  )
}

/** The text for a key made at run time (`login.` + status), or undefined when there is none. */
export function textOf(key: string): string | undefined {
  return (language.messages as Readonly<Record<string, string>>)[key]
}
