package org.kituo.demo.country;

import java.util.HashSet;
import java.util.Set;
import org.kituo.demo.chance.Dice;

/**
 * Invents place names from a small grammar: a place is two or three syllables, a syllable is an
 * onset and a vowel, and a name may close with a nasal or a suffix. No name is given twice.
 */
final class Syllables {
  private static final String[] FIRST = {
    "M", "K", "L", "S", "T", "N", "B", "D", "G", "R", "W", "Z", "Ch", "Ny", "Mb", "Nd", "Kw", "Sh",
    "F", "V", "P", "H", "J", "Ts", "Mw"
  };
  private static final String[] INNER = {
    "m", "k", "l", "s", "t", "n", "b", "d", "g", "r", "w", "z", "ng", "ny", "mb", "nd", "v", "sh",
    "p", "nz", "lw", "rr", "mp", "nt"
  };
  private static final String[] VOWEL = {"a", "a", "a", "e", "i", "i", "o", "o", "u"};
  private static final String[] CLOSING = {"", "", "", "", "", "n", "m", "si", "ni", "ra", "le"};
  private static final int TRIES_PER_LENGTH = 8;

  private final Dice dice;
  private final Set<String> taken = new HashSet<>();

  Syllables(Dice dice) {
    this.dice = dice;
  }

  /** A name that was not given before; grows longer when short names run out. */
  String place() {
    for (int tries = 0; ; tries++) {
      String name = invent(tries / TRIES_PER_LENGTH);
      if (taken.add(name)) {
        return name;
      }
    }
  }

  private String invent(int extraSyllables) {
    StringBuilder name = new StringBuilder(pick(FIRST)).append(pick(VOWEL));
    int inner = 1 + (dice.chance(0.6) ? 1 : 0) + extraSyllables;
    for (int i = 0; i < inner; i++) {
      name.append(pick(INNER)).append(pick(VOWEL));
    }
    return name.append(pick(CLOSING)).toString();
  }

  private String pick(String[] choices) {
    return choices[dice.below(choices.length)];
  }
}
