package org.kituo.demo.programme;

import java.util.ArrayList;
import java.util.List;
import org.kituo.demo.payload.Uid;

/** How the figures of a data element are broken down: a category combination. */
public enum Disaggregation {
  NONE("", List.of()),
  AGE("Age", List.of(Category.AGE)),
  AGE_AND_SEX("Age and sex", List.of(Category.AGE, Category.SEX)),
  HIV_AGE_AND_SEX("HIV age and sex", List.of(Category.HIV_AGE, Category.SEX)),
  INFANT_AGE("Infant age", List.of(Category.INFANT_AGE)),
  TB_CASE("TB case type", List.of(Category.TB_CASE)),
  CADRE("Staff cadre", List.of(Category.CADRE));

  /** A way to tell figures apart. */
  public enum Category {
    SEX("Sex", "Female", "Male"),
    AGE("Age group", "Under 5 years", "5 years and over"),
    HIV_AGE("HIV age group", "0-14 years", "15-24 years", "25-49 years", "50 years and over"),
    INFANT_AGE("Infant age group", "Under 1 year", "1 year and over"),
    TB_CASE("TB type of case", "Bacteriological", "Clinical", "Extrapulmonary"),
    CADRE("Cadre", "Doctors", "Clinical officers", "Nurses", "Midwives", "Laboratory", "Support");

    private final String title;
    private final List<String> options;

    Category(String title, String... options) {
      this.title = title;
      this.options = List.of(options);
    }

    /** Its name. */
    public String title() {
      return title;
    }

    /** The names of its options, in order; unique over all categories. */
    public List<String> options() {
      return options;
    }

    /** Its code. */
    public String code() {
      return "TR_" + name();
    }

    /** The code of an option. */
    public String optionCode(int option) {
      return code() + "_" + (option + 1);
    }
  }

  private final String title;
  private final List<Category> categories;
  private final List<List<Integer>> combos;
  private final List<String> comboUids;

  Disaggregation(String title, List<Category> categories) {
    this.title = title;
    this.categories = categories;
    this.combos = combos(categories);
    this.comboUids =
        combos.stream()
            .map(c -> c.isEmpty() ? Uid.DEFAULT_OPTION_COMBO : Uid.of("optionCombo", name() + c))
            .toList();
  }

  /** Its name. */
  public String title() {
    return title;
  }

  /** Its code. */
  public String code() {
    return "TR_CC_" + name();
  }

  /** Its categories; none for figures that are not broken down. */
  public List<Category> categories() {
    return categories;
  }

  /** The identifier of the category combination. */
  public String uid() {
    return this == NONE ? Uid.DEFAULT_CATEGORY_COMBO : Uid.of("categoryCombo", code());
  }

  /** For each option combo the number of its option in each category; the last changes fastest. */
  public List<List<Integer>> combos() {
    return combos;
  }

  /** The identifier of an option combo. */
  public String comboUid(int combo) {
    return comboUids.get(combo);
  }

  private static List<List<Integer>> combos(List<Category> categories) {
    List<List<Integer>> combos = List.of(List.of());
    for (Category category : categories) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> start : combos) {
        for (int option = 0; option < category.options().size(); option++) {
          List<Integer> combo = new ArrayList<>(start);
          combo.add(option);
          longer.add(List.copyOf(combo));
        }
      }
      combos = longer;
    }
    return combos;
  }
}
