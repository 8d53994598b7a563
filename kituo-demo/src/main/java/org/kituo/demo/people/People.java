package org.kituo.demo.people;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kituo.demo.chance.Dice;
import org.kituo.demo.country.Country;
import org.kituo.demo.country.District;
import org.kituo.demo.country.Facility;
import org.kituo.demo.payload.Entity;
import org.kituo.demo.payload.Sharing;
import org.kituo.demo.payload.Uid;

/**
 * Three users who sign in with a password, each with another role, and as many data clerks as are
 * asked for. Clerks sign in through an identity provider, so that no password need be hashed.
 */
public final class People {
  /** A user of the demo with the documented password. */
  public record Login(String username, String password, String does) {}

  /** Keeps the rules for passwords: no username in it, a capital, a digit, a special character. */
  private static final String PASSWORD = "Tamarind#1";

  /** The users who sign in with a password. */
  public static final List<Login> LOGINS =
      List.of(
          new Login("nurse", PASSWORD, "enters the figures of one health centre"),
          new Login("officer", PASSWORD, "enters and analyses the figures of one district"),
          new Login("minister", PASSWORD, "looks at the dashboards of the whole country"));

  private static final String ENTRY = "DATA_ENTRY";
  private static final String DISTRICT = "DISTRICT_OFFICERS";
  private static final String LEADERS = "LEADERS";
  private static final String[] FIRST_NAMES = {
    "Amina", "Joseph", "Neema", "Daudi", "Grace", "Salim", "Rehema", "Peter", "Zawadi", "Tomas"
  };
  private static final String[] SURNAMES = {
    "Mbeki", "Odera", "Salehe", "Ndosi", "Kimaro", "Tembo", "Phiri", "Okello", "Banda", "Juma"
  };

  private final Country country;
  private final int clerks;
  private final long seed;

  /** The people of a country, {@code clerks} of them data clerks without a password. */
  public People(Country country, int clerks, long seed) {
    this.country = country;
    this.clerks = clerks;
    this.seed = seed;
  }

  /** The user groups whose members enter figures. */
  public static List<String> enteringGroups() {
    return List.of(groupUid(ENTRY), groupUid(DISTRICT));
  }

  /** The nurse's workplace: the country's first health centre, or its first facility. */
  public Facility workplace() {
    return country.facilities().stream()
        .filter(f -> f.kind() == Facility.Kind.HEALTH_CENTRE && f.opened() == 0)
        .filter(f -> f.closed() == null)
        .findFirst()
        .orElse(country.facilities().getFirst());
  }

  /** The user roles. */
  public static List<Entity> roles() {
    return List.of(
        role(
            ENTRY,
            "Data entry clerk",
            "Enters figures",
            "F_DATAVALUE_ADD",
            "M_dhis-web-dashboard",
            "M_dhis-web-dataentry",
            "M_dhis-web-aggregate-data-entry"),
        role(
            DISTRICT,
            "District officer",
            "Enters, checks and analyses figures",
            "F_DATAVALUE_ADD",
            "F_RUN_VALIDATION",
            "F_EXPORT_DATA",
            "M_dhis-web-dashboard",
            "M_dhis-web-dataentry",
            "M_dhis-web-aggregate-data-entry",
            "M_dhis-web-data-visualizer",
            "M_dhis-web-maps",
            "M_dhis-web-data-quality"),
        role(LEADERS, "Leader", "Looks at dashboards", "M_dhis-web-dashboard"));
  }

  private static Entity role(String code, String name, String description, String... authorities) {
    return Entity.of("userRole", code)
        .with("code", "TR_" + code)
        .with("name", name)
        .with("description", description)
        .with("authorities", List.of(authorities))
        .with("sharing", Sharing.everyoneReads());
  }

  /** The three users with passwords. */
  public List<Entity> logins() {
    District home = workplace().district();
    return List.of(
        login(0, "Neema", "Salehe", ENTRY, workplace().uid()),
        login(1, "Joseph", "Odera", DISTRICT, home.uid()),
        login(2, "Grace", "Kimaro", LEADERS, Country.uid()));
  }

  private static Entity login(int n, String first, String last, String role, String unit) {
    return user(LOGINS.get(n).username(), first, last, role, unit)
        .with("password", LOGINS.get(n).password());
  }

  /** The data clerks, made as they are read. */
  public Stream<Entity> clerks() {
    return IntStream.range(0, clerks).mapToObj(this::clerk);
  }

  private Entity clerk(int number) {
    Dice dice = Dice.at(seed, Dice.hash("clerk"), number);
    List<Facility> facilities = country.facilities();
    return user(
            clerkName(number),
            FIRST_NAMES[dice.below(FIRST_NAMES.length)],
            SURNAMES[dice.below(SURNAMES.length)],
            ENTRY,
            facilities.get(number % facilities.size()).uid())
        .with("externalAuth", true);
  }

  private static String clerkName(int number) {
    return "clerk%06d".formatted(number + 1);
  }

  private static Entity user(String name, String first, String last, String role, String unit) {
    return new Entity()
        .with("id", Uid.of("user", name))
        .with("username", name)
        .with("firstName", first)
        .with("surname", last)
        .with("userRoles", Entity.refs(List.of(Uid.of("userRole", role))))
        .with("organisationUnits", Entity.refs(List.of(unit)))
        .with("dataViewOrganisationUnits", Entity.refs(List.of(unit)));
  }

  /** The user groups with their members, who must be there already. */
  public List<Entity> groups() {
    Stream<String> entering =
        Stream.concat(
            Stream.of(LOGINS.get(0).username()),
            IntStream.range(0, clerks).mapToObj(People::clerkName));
    return List.of(
        group(ENTRY, "Data entry clerks", entering),
        group(DISTRICT, "District officers", Stream.of(LOGINS.get(1).username())),
        group(LEADERS, "Leaders", Stream.of(LOGINS.get(2).username())));
  }

  private static Entity group(String code, String name, Stream<String> members) {
    return Entity.of("userGroup", code)
        .with("code", "TR_" + code)
        .with("name", name)
        .with("users", Entity.refs(members.map(m -> Uid.of("user", m)).toList()))
        .with("sharing", Sharing.everyoneReads());
  }

  private static String groupUid(String code) {
    return Uid.of("userGroup", code);
  }
}
