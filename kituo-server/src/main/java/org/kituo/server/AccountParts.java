package org.kituo.server;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import jakarta.servlet.Filter;
import org.kituo.server.account.AccessTokenRoutes;
import org.kituo.server.account.AccountRoutes;
import org.kituo.server.account.PasswordChange;
import org.kituo.server.account.RegistrationRoutes;
import org.kituo.server.account.Tickets;
import org.kituo.server.authentication.AccessTokens;
import org.kituo.server.authentication.Accounts;
import org.kituo.server.authentication.AuthenticationFilter;
import org.kituo.server.authentication.LastLogins;
import org.kituo.server.authentication.Login;
import org.kituo.server.authentication.LoginConfig;
import org.kituo.server.authentication.Passwords;
import org.kituo.server.authentication.Sessions;
import org.kituo.server.http.BaseUrl;
import org.kituo.server.mail.Mailer;
import org.kituo.server.metadata.PayloadShapes;
import org.kituo.server.metadata.SingleImport;
import org.kituo.server.metadata.Views;
import org.kituo.server.setting.Settings;
import org.kituo.server.sharing.BulkSharingRoutes;
import org.kituo.server.sharing.CascadeSharing;
import org.kituo.server.sharing.ExplanationRoutes;
import org.kituo.server.sharing.SharingRoutes;
import org.kituo.server.system.CalendarChange;
import org.kituo.server.system.ConfigurationRoutes;
import org.kituo.server.system.SystemPart;
import org.kituo.server.system.SystemSettingRoutes;
import org.kituo.server.system.SystemVersion;
import org.kituo.server.user.MeRoutes;
import org.kituo.server.user.OwnProfileRoutes;
import org.kituo.server.user.UserLookupRoutes;
import org.kituo.server.user.UserRoutes;
import org.kituo.server.user.UserSettingRoutes;
import org.kituo.store.account.LoginStore;
import org.kituo.store.account.SecretStore;
import org.kituo.store.account.SessionStore;
import org.kituo.store.datavalue.DataValueReader;
import org.kituo.store.mail.Outbox;
import org.kituo.store.metadata.MetadataStore;
import org.kituo.store.postgres.Database;
import org.kituo.store.postgres.Sql;
import org.kituo.store.setting.SettingStore;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The parts of the server that concern accounts, access and settings, and their routes. */
final class AccountParts {
  private final MetadataStore store;
  private final Passwords passwords;
  private final DataValueReader figures;
  private final Settings settings;
  private final LoginStore logins;
  private final SecretStore secrets;
  private final LastLogins lastLogins;
  private final Accounts accounts;
  private final AccessTokens tokens;
  private final Sessions sessions;
  private final Outbox outbox;

  AccountParts(Database database, MetadataStore store, Passwords passwords) {
    Sql sql = new Sql(database.dataSource());
    this.store = store;
    this.passwords = passwords;
    figures = new DataValueReader(database.dataSource());
    settings = new Settings(new SettingStore(sql));
    logins = new LoginStore(sql);
    secrets = new SecretStore(sql);
    lastLogins = new LastLogins(logins);
    accounts = new Accounts(store::snapshot, passwords, settings, logins, lastLogins);
    tokens = new AccessTokens(store::snapshot, accounts, secrets);
    sessions = new Sessions(new SessionStore(sql));
    outbox = new Outbox(database.dataSource());
  }

  Settings settings() {
    return settings;
  }

  LastLogins lastLogins() {
    return lastLogins;
  }

  /** The mail that waits to be sent. */
  Outbox outbox() {
    return outbox;
  }

  /** What sends mail to the owners of accounts; whoever asks for it closes it. */
  Mailer mailer() {
    return new Mailer(outbox, settings);
  }

  Filter filter() {
    return new AuthenticationFilter(store::snapshot, accounts, tokens, sessions);
  }

  RouterFunction<ServerResponse> routes(
      Views views, PayloadShapes shapes, SingleImport single, SystemPart system, BaseUrl baseUrl) {
    return own(views, shapes, single, baseUrl)
        .and(new AccessTokenRoutes(single, tokens).routes())
        .and(new UserRoutes(single, settings, sessions).routes())
        .and(new UserLookupRoutes(store::snapshot, settings).routes())
        .and(new UserSettingRoutes(store::snapshot, settings).routes())
        .and(new MeRoutes(views, settings).routes())
        .and(new SystemSettingRoutes(settings, new CalendarChange(store, figures)).routes())
        .and(new ConfigurationRoutes(views, settings, system).routes())
        .and(new SharingRoutes(single).routes())
        .and(new BulkSharingRoutes(single).routes())
        .and(new CascadeSharing(single).routes())
        .and(new ExplanationRoutes(store::snapshot).routes());
  }

  /** Logging in, and what people do with their own accounts. */
  private RouterFunction<ServerResponse> own(
      Views views, PayloadShapes shapes, SingleImport single, BaseUrl baseUrl) {
    Login login = new Login(accounts, sessions);
    Tickets tickets = new Tickets(secrets, outbox);
    PasswordChange change =
        new PasswordChange(single.writer(), passwords, settings, secrets, sessions);
    return login
        .routes()
        .and(route(GET("/api/loginConfig"), new LoginConfig(settings, SystemVersion.API)::answer))
        .and(
            new AccountRoutes(store::snapshot, accounts, change, tickets, settings, logins, baseUrl)
                .routes())
        .and(new RegistrationRoutes(single, shapes, settings, tickets, login, baseUrl).routes())
        .and(new OwnProfileRoutes(views, single, change).routes());
  }
}
