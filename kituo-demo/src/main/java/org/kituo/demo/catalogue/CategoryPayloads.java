package org.kituo.demo.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.kituo.demo.payload.Entity;
import org.kituo.demo.payload.Sharing;
import org.kituo.demo.payload.Uid;
import org.kituo.demo.programme.Disaggregation;
import org.kituo.demo.programme.Disaggregation.Category;

/** The category model: options, categories, combinations and their option combos. */
public final class CategoryPayloads {
  private CategoryPayloads() {}

  /** The options of all categories. */
  public static List<Entity> options() {
    List<Entity> options = new ArrayList<>();
    for (Category category : Category.values()) {
      for (int i = 0; i < category.options().size(); i++) {
        options.add(
            Entity.of("categoryOption", category.optionCode(i))
                .named(category.options().get(i))
                .with("sharing", Sharing.everyoneEnters()));
      }
    }
    return options;
  }

  /** The categories. */
  public static List<Entity> categories() {
    List<Entity> categories = new ArrayList<>();
    for (Category category : Category.values()) {
      List<String> options = new ArrayList<>();
      for (int i = 0; i < category.options().size(); i++) {
        options.add(optionUid(category, i));
      }
      categories.add(
          Entity.of("category", category.code())
              .named(category.title())
              .with("dataDimensionType", "DISAGGREGATION")
              .with("dataDimension", true)
              .with("categoryOptions", Entity.refs(options))
              .with("sharing", Sharing.everyoneReads()));
    }
    return categories;
  }

  /** The category combinations. */
  public static List<Entity> combos() {
    List<Entity> combos = new ArrayList<>();
    for (Disaggregation d : Disaggregation.values()) {
      if (d != Disaggregation.NONE) {
        List<String> categories =
            d.categories().stream().map(c -> Uid.of("category", c.code())).toList();
        combos.add(
            new Entity()
                .with("id", d.uid())
                .with("code", d.code())
                .with("name", d.title())
                .with("dataDimensionType", "DISAGGREGATION")
                .with("skipTotal", false)
                .with("categories", Entity.refs(categories))
                .with("sharing", Sharing.everyoneReads()));
      }
    }
    return combos;
  }

  /** The option combos of the category combinations. */
  public static List<Entity> optionCombos() {
    List<Entity> all = new ArrayList<>();
    for (Disaggregation d : Disaggregation.values()) {
      for (int i = 0; d != Disaggregation.NONE && i < d.combos().size(); i++) {
        all.add(optionCombo(d, i));
      }
    }
    return all;
  }

  private static Entity optionCombo(Disaggregation d, int number) {
    List<String> uids = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Integer> combo = d.combos().get(number);
    for (int k = 0; k < combo.size(); k++) {
      Category category = d.categories().get(k);
      uids.add(optionUid(category, combo.get(k)));
      names.add(category.options().get(combo.get(k)));
    }
    return new Entity()
        .with("id", d.comboUid(number))
        .with("code", d.code() + "_" + (number + 1))
        .with("name", String.join(", ", names))
        .with("categoryCombo", Entity.ref(d.uid()))
        .with("categoryOptions", Entity.refs(uids));
  }

  private static String optionUid(Category category, int option) {
    return Uid.of("categoryOption", category.optionCode(option));
  }
}
