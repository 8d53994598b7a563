package org.kituo.server.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hisp.dhis.Dhis2;
import org.hisp.dhis.model.AggregationType;
import org.hisp.dhis.model.Attribute;
import org.hisp.dhis.model.Category;
import org.hisp.dhis.model.CategoryCombo;
import org.hisp.dhis.model.CategoryOption;
import org.hisp.dhis.model.DataDomain;
import org.hisp.dhis.model.DataElement;
import org.hisp.dhis.model.DataElementGroup;
import org.hisp.dhis.model.DataElementGroupSet;
import org.hisp.dhis.model.Dhis2Objects;
import org.hisp.dhis.model.Document;
import org.hisp.dhis.model.IdentifiableObject;
import org.hisp.dhis.model.Indicator;
import org.hisp.dhis.model.IndicatorGroup;
import org.hisp.dhis.model.IndicatorGroupSet;
import org.hisp.dhis.model.IndicatorType;
import org.hisp.dhis.model.NameableObject;
import org.hisp.dhis.model.Option;
import org.hisp.dhis.model.OptionSet;
import org.hisp.dhis.model.OptionSetObjects;
import org.hisp.dhis.model.OrgUnit;
import org.hisp.dhis.model.OrgUnitGroup;
import org.hisp.dhis.model.OrgUnitGroupSet;
import org.hisp.dhis.model.ValueType;
import org.hisp.dhis.model.dimension.DataDimensionType;
import org.hisp.dhis.model.user.User;
import org.hisp.dhis.model.user.UserGroup;
import org.hisp.dhis.model.user.UserRole;
import org.hisp.dhis.query.Filter;
import org.hisp.dhis.query.Order;
import org.hisp.dhis.query.Query;
import org.hisp.dhis.response.Dhis2ClientException;
import org.hisp.dhis.response.Response;
import org.hisp.dhis.response.Status;
import org.hisp.dhis.response.object.ObjectResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/**
 * The Java client of the DHIS2 organisation, unchanged, with all the metadata calls that it has.
 */
class JavaClientTest {
  private static final TestServer server = TestServer.shared();
  private static final Dhis2 dhis2 = Dhis2.withBasicAuth(server.address(), "admin", "district");

  /**
   * A type with the calls that save, read, change and remove one object of it.
   *
   * @param <T> the client's class
   */
  private record Life<T extends IdentifiableObject>(
      T object,
      Function<T, ? extends ObjectResponse> save,
      Function<T, ? extends ObjectResponse> update,
      Function<String, T> get,
      Function<String, Boolean> is,
      Function<String, ? extends ObjectResponse> remove) {
    @Override
    public String toString() {
      return object.getClass().getSimpleName();
    }
  }

  private static <T extends IdentifiableObject> T some(T object, Consumer<T> more) {
    String uid = TestClient.newUid();
    object.setId(uid);
    object.setName("Client " + uid);
    object.setCode("C_" + uid);
    if (object instanceof NameableObject nameable) {
      nameable.setShortName("Client " + uid);
    }
    more.accept(object);
    return object;
  }

  private static DataElement element() {
    return some(
        new DataElement(),
        e -> {
          e.setDomainType(DataDomain.AGGREGATE);
          e.setValueType(ValueType.NUMBER);
          e.setAggregationType(AggregationType.SUM);
        });
  }

  private static OrgUnit unit() {
    return some(new OrgUnit(), u -> u.setOpeningDate(new Date(0)));
  }

  private static Indicator indicator() {
    IndicatorType type = some(new IndicatorType(), t -> t.setFactor(1));
    dhis2.saveIndicatorType(type);
    return some(
        new Indicator(),
        i -> {
          i.setIndicatorType(type);
          i.setNumerator("1");
          i.setNumeratorDescription("one");
          i.setDenominator("1");
          i.setDenominatorDescription("one");
        });
  }

  private static User user() {
    UserRole role = some(new UserRole(), r -> {});
    dhis2.saveUserRole(role);
    return some(
        new User(),
        u -> {
          u.setUsername("client" + u.getId().toLowerCase(java.util.Locale.ROOT));
          u.setFirstName("Ada");
          u.setSurname("Client");
          u.setUserRoles(Set.of(role));
        });
  }

  static Stream<Life<?>> lives() {
    CategoryOption option = some(new CategoryOption(), o -> {});
    Category category =
        some(
            new Category(),
            c -> {
              c.setDataDimensionType(DataDimensionType.DISAGGREGATION);
              c.setCategoryOptions(List.of(option));
            });
    CategoryCombo combo =
        some(
            new CategoryCombo(),
            c -> {
              c.setDataDimensionType(DataDimensionType.DISAGGREGATION);
              c.setCategories(List.of(category));
            });
    dhis2.saveCategoryOption(option);
    dhis2.saveCategory(category);
    return Stream.of(
        new Life<>(
            combo,
            dhis2::saveCategoryCombo,
            dhis2::updateCategoryCombo,
            dhis2::getCategoryCombo,
            dhis2::isCategoryCombo,
            dhis2::removeCategoryCombo),
        new Life<>(
            some(new CategoryOption(), o -> {}),
            dhis2::saveCategoryOption,
            dhis2::updateCategoryOption,
            dhis2::getCategoryOption,
            dhis2::isCategoryOption,
            dhis2::removeCategoryOption),
        new Life<>(
            some(new Category(), c -> c.setDataDimensionType(DataDimensionType.DISAGGREGATION)),
            dhis2::saveCategory,
            dhis2::updateCategory,
            dhis2::getCategory,
            dhis2::isCategory,
            dhis2::removeCategory),
        new Life<>(
            some(new Attribute(), a -> a.setValueType(ValueType.TEXT)),
            dhis2::saveAttribute,
            dhis2::updateAttribute,
            dhis2::getAttribute,
            dhis2::isAttribute,
            dhis2::removeAttribute),
        new Life<>(
            element(),
            dhis2::saveDataElement,
            dhis2::updateDataElement,
            dhis2::getDataElement,
            dhis2::isDataElement,
            dhis2::removeDataElement),
        new Life<>(
            some(new DataElementGroup(), g -> {}),
            dhis2::saveDataElementGroup,
            dhis2::updateDataElementGroup,
            dhis2::getDataElementGroup,
            dhis2::isDataElementGroup,
            dhis2::removeDataElementGroup),
        new Life<>(
            some(new DataElementGroupSet(), s -> {}),
            dhis2::saveDataElementGroupSet,
            dhis2::updateDataElementGroupSet,
            dhis2::getDataElementGroupSet,
            dhis2::isDataElementGroupSet,
            dhis2::removeDataElementGroupSet),
        new Life<>(
            some(new IndicatorType(), t -> t.setFactor(100)),
            dhis2::saveIndicatorType,
            dhis2::updateIndicatorType,
            dhis2::getIndicatorType,
            dhis2::isIndicatorType,
            dhis2::removeIndicatorType),
        new Life<>(
            indicator(),
            dhis2::saveIndicator,
            dhis2::updateIndicator,
            dhis2::getIndicator,
            dhis2::isIndicator,
            dhis2::removeIndicator),
        new Life<>(
            some(new IndicatorGroup(), g -> {}),
            dhis2::saveIndicatorGroup,
            dhis2::updateIndicatorGroup,
            dhis2::getIndicatorGroup,
            dhis2::isIndicatorGroup,
            dhis2::removeIndicatorGroup),
        new Life<>(
            some(new IndicatorGroupSet(), s -> {}),
            dhis2::saveIndicatorGroupSet,
            dhis2::updateIndicatorGroupSet,
            dhis2::getIndicatorGroupSet,
            dhis2::isIndicatorGroupSet,
            dhis2::removeIndicatorGroupSet),
        new Life<>(
            unit(),
            dhis2::saveOrgUnit,
            dhis2::updateOrgUnit,
            dhis2::getOrgUnit,
            dhis2::isOrgUnit,
            dhis2::removeOrgUnit),
        new Life<>(
            some(new OrgUnitGroup(), g -> {}),
            dhis2::saveOrgUnitGroup,
            dhis2::updateOrgUnitGroup,
            dhis2::getOrgUnitGroup,
            dhis2::isOrgUnitGroup,
            dhis2::removeOrgUnitGroup),
        new Life<>(
            some(new OrgUnitGroupSet(), s -> {}),
            dhis2::saveOrgUnitGroupSet,
            dhis2::updateOrgUnitGroupSet,
            dhis2::getOrgUnitGroupSet,
            dhis2::isOrgUnitGroupSet,
            dhis2::removeOrgUnitGroupSet),
        new Life<>(
            user(),
            dhis2::saveUser,
            dhis2::updateUser,
            dhis2::getUser,
            dhis2::isUser,
            dhis2::removeUser),
        new Life<>(
            some(new UserGroup(), g -> {}),
            dhis2::saveUserGroup,
            dhis2::updateUserGroup,
            dhis2::getUserGroup,
            dhis2::isUserGroup,
            dhis2::removeUserGroup),
        new Life<>(
            some(new UserRole(), r -> {}),
            dhis2::saveUserRole,
            dhis2::updateUserRole,
            dhis2::getUserRole,
            dhis2::isUserRole,
            dhis2::removeUserRole));
  }

  @ParameterizedTest
  @MethodSource("lives")
  <T extends IdentifiableObject> void anObjectIsSavedReadChangedAndRemoved(Life<T> life) {
    String uid = life.object.getId();
    assertThat(life.is.apply(uid)).isFalse();
    assertThat(life.save.apply(life.object).getStatus()).isEqualTo(Status.OK);
    assertThat(life.is.apply(uid)).isTrue();
    T read = life.get.apply(uid);
    assertThat(read.getCode()).isEqualTo("C_" + uid);
    life.object.setCode("D_" + uid);
    assertThat(life.update.apply(life.object).getStatus()).isEqualTo(Status.OK);
    assertThat(life.get.apply(uid).getCode()).isEqualTo("D_" + uid);
    assertThat(life.remove.apply(uid).getStatus()).isEqualTo(Status.OK);
    assertThatThrownBy(() -> life.get.apply(uid)).isInstanceOf(Dhis2ClientException.class);
  }

  static Stream<Method> lists() {
    return Arrays.stream(Dhis2.class.getMethods())
        .filter(m -> Arrays.equals(m.getParameterTypes(), new Class<?>[] {Query.class}))
        .sorted(java.util.Comparator.comparing(Method::getName));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void everyListIsRead(Method list) throws ReflectiveOperationException {
    assertThat(list.invoke(dhis2, Query.instance().setPaging(1, 5))).isNotNull();
    assertThat(list.invoke(dhis2, Query.instance().withExpandAssociations())).isNotNull();
  }

  static Stream<Method> tests() {
    return Arrays.stream(Dhis2.class.getMethods())
        .filter(m ->
            m.getName().startsWith("is")
                && Arrays.equals(m.getParameterTypes(), new Class<?>[] {String.class}))
        .filter(m ->
            !Set.of("isTrackedEntity", "isEnrollment", "isEvent", "isRelationship")
                .contains(m.getName()))
        .sorted(java.util.Comparator.comparing(Method::getName));
  }

  @ParameterizedTest
  @MethodSource("tests")
  void whatIsNotThereIsToldOfEveryType(Method is) throws ReflectiveOperationException {
    assertThat(is.invoke(dhis2, "NoSuchThing")).isEqualTo(false);
  }

  @Test
  void listsAreFilteredAndOrdered() {
    DataElement a = element();
    DataElement b = element();
    assertThat(dhis2.saveDataElements(List.of(a, b)).getStatus()).isEqualTo(Status.OK);
    List<DataElement> found =
        dhis2.getDataElements(
            Query.instance()
                .addFilter(Filter.in("id", List.of(a.getId(), b.getId())))
                .addFilter(Filter.like("name", "Client"))
                .setOrder(Order.desc("code")));
    assertThat(found)
        .extracting(DataElement::getCode)
        .containsExactlyInAnyOrder(a.getCode(), b.getCode())
        .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER.reversed());
  }

  @Test
  void objectsOfSeveralTypesAreSavedTogether() {
    Option option = some(new Option(), o -> {});
    OptionSet set =
        some(
            new OptionSet(),
            s -> {
              s.setValueType(ValueType.TEXT);
              s.setOptions(List.of(option));
            });
    OptionSetObjects objects =
        new OptionSetObjects().setOptionSets(List.of(set)).setOptions(List.of(option));
    assertThat(dhis2.saveOptionSet(objects).getStatus()).isEqualTo(Status.OK);
    assertThat(dhis2.getOptionSet(set.getId()).getOptions())
        .extracting(Option::getId)
        .containsExactly(option.getId());
    assertThat(dhis2.removeOptionSet(set.getId()).getStatus()).isEqualTo(Status.OK);
    Dhis2Objects more = new Dhis2Objects();
    more.setDataElements(List.of(element()));
    more.setOrganisationUnits(List.of(unit()));
    assertThat(dhis2.saveMetadataObjects(more).getStatus()).isEqualTo(Status.OK);
  }

  @Test
  void aUnitIsPutIntoAGroupAndFoundBelowItsParent() {
    OrgUnit parent = unit();
    OrgUnit child = unit();
    child.setParent(parent);
    OrgUnitGroup group = some(new OrgUnitGroup(), g -> {});
    dhis2.saveOrgUnits(List.of(parent, child));
    dhis2.saveOrgUnitGroup(group);
    Response added = dhis2.addOrgUnitToOrgUnitGroup(group.getId(), child.getId());
    assertThat(added.getStatus()).isEqualTo(Status.OK);
    assertThat(dhis2.getOrgUnitSubHierarchy(parent.getId(), 1, Query.instance()))
        .extracting(OrgUnit::getId)
        .contains(child.getId());
  }

  @Test
  void aDocumentElsewhereIsKept() {
    Document document =
        some(
            new Document(),
            d -> {
              d.setUrl("https://example.org/");
              d.setExternal(true);
            });
    assertThat(dhis2.saveDocument(document).getStatus()).isEqualTo(Status.OK);
    assertThat(dhis2.getDocument(document.getId()).getUrl()).isEqualTo("https://example.org/");
    assertThat(dhis2.removeDocument(document.getId()).getStatus()).isEqualTo(Status.OK);
  }

  @Test
  void theClientKnowsWhomItActsFor() {
    assertThat(dhis2.getMe().getUsername()).isEqualTo("admin");
    assertThat(dhis2.getUserAuthorization()).contains("ALL");
    assertThat(dhis2.isValidAuth()).isTrue();
    assertThat(dhis2.getSystemInfo().getVersion()).startsWith("2.4");
    assertThat(dhis2.getSystemSettings()).isNotNull();
    assertThat(Dhis2.withBasicAuth(server.address(), "admin", "wrong").isValidAuth()).isFalse();
  }

  @Test
  void whatIsWrongIsTold() {
    assertThat(dhis2.saveDataElement(some(new DataElement(), e -> {})).getStatus())
        .isEqualTo(Status.ERROR);
  }
}
