package org.kituo.model.snapshot;

import java.util.AbstractCollection;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A persistent hash map: a change gives another map that shares all but a few small arrays with
 * this one. It is made for hundreds of thousands of entries that are kept for long, and costs 14
 * bytes for each beside key and value.
 *
 * <p>It is a hash array mapped trie (Phil Bagwell, "Ideal Hash Trees", 2001), with keys and values
 * side by side in the arrays as in Clojure. A node looks at five bits of the hash. Its bitmap says
 * which of the 32 places are taken; the array has two slots for each of those, in order: a key and
 * its value, or null and the node below. Where all 32 bits are used up, keys with the same hash
 * stand in a node without a bitmap, one pair after the other.
 *
 * <p>An editor may be given to a change. Nodes that were made for the same editor are then changed
 * in place, which nobody else can see as long as the maps made meanwhile are not handed out. So
 * many changes in a row cost little more than filling a mutable map.
 *
 * @param <K> keys with {@code equals} and {@code hashCode}
 * @param <V> values
 */
final class Trie<K, V> {
  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;
  private static final Trie<?, ?> EMPTY = new Trie<>(new Node(0, new Object[0], null), 0);

  private final Node root;
  private final int size;

  private Trie(Node root, int size) {
    this.root = root;
    this.size = size;
  }

  /** Whose nodes may be changed in place. */
  static final class Editor {}

  private static final class Node {
    int bitmap;
    @Nullable Object[] slots;
    final @Nullable Editor editor;

    Node(int bitmap, @Nullable Object[] slots, @Nullable Editor editor) {
      this.bitmap = bitmap;
      this.slots = slots;
      this.editor = editor;
    }
  }

  @SuppressWarnings("unchecked")
  static <K, V> Trie<K, V> empty() {
    return (Trie<K, V>) EMPTY;
  }

  int size() {
    return size;
  }

  /** The value of a key; null where it has none. */
  @SuppressWarnings("unchecked")
  @Nullable V get(Object key) {
    int hash = hash(key);
    Node node = root;
    for (int shift = 0; ; shift += BITS) {
      int at = place(node, key, hash, shift);
      if (at < 0) {
        return null;
      } else if (node.slots[at] instanceof Object found) {
        return found.equals(key) ? (V) node.slots[at + 1] : null;
      }
      node = below(node, at);
    }
  }

  /** With another value for a key. */
  Trie<K, V> with(K key, V value, Editor editor) {
    int[] added = {0};
    Node changed = put(root, key, value, hash(key), 0, editor, added);
    return changed == root && added[0] == 0 ? this : new Trie<>(changed, size + added[0]);
  }

  /** Without a key. */
  Trie<K, V> without(Object key, Editor editor) {
    if (get(key) == null) {
      return this;
    }
    Node rest = remove(root, key, hash(key), 0, editor);
    return rest == null ? empty() : new Trie<>(rest, size - 1);
  }

  private static int hash(Object key) {
    int hash = key.hashCode();
    return hash ^ (hash >>> 16);
  }

  /** The first slot of the pair where a key is or must be sought; negative where there is none. */
  private static int place(Node node, Object key, int hash, int shift) {
    if (shift > Integer.SIZE) {
      int at = node.slots.length - 2;
      while (at >= 0 && !key.equals(node.slots[at])) {
        at -= 2;
      }
      return at;
    }
    int bit = bit(hash, shift);
    return (node.bitmap & bit) == 0 ? -1 : slot(node, bit);
  }

  private static int bit(int hash, int shift) {
    return 1 << (hash >>> shift & MASK);
  }

  private static int slot(Node node, int bit) {
    return 2 * Integer.bitCount(node.bitmap & (bit - 1));
  }

  private static Node below(Node node, int at) {
    return (Node) java.util.Objects.requireNonNull(node.slots[at + 1]);
  }

  private static Node put(
      Node node, Object key, Object value, int hash, int shift, Editor editor, int[] added) {
    int at = place(node, key, hash, shift);
    if (at < 0) {
      added[0] = 1;
      return inserted(node, key, value, hash, shift, editor);
    }
    Object found = node.slots[at];
    if (found == null) {
      Node old = below(node, at);
      Node changed = put(old, key, value, hash, shift + BITS, editor, added);
      return changed == old ? node : withSlot(node, at + 1, changed, editor);
    } else if (found.equals(key)) {
      return node.slots[at + 1] == value ? node : withSlot(node, at + 1, value, editor);
    }
    Node deeper = new Node(0, new Object[0], editor);
    Object other = java.util.Objects.requireNonNull(node.slots[at + 1]);
    deeper = put(deeper, found, other, hash(found), shift + BITS, editor, added);
    deeper = put(deeper, key, value, hash, shift + BITS, editor, added);
    return withSlot(withSlot(node, at, null, editor), at + 1, deeper, editor);
  }

  private static Node inserted(
      Node node, Object key, Object value, int hash, int shift, Editor editor) {
    boolean list = shift > Integer.SIZE;
    int at = list ? node.slots.length : slot(node, bit(hash, shift));
    @Nullable Object[] slots = new @Nullable Object[node.slots.length + 2];
    System.arraycopy(node.slots, 0, slots, 0, at);
    slots[at] = key;
    slots[at + 1] = value;
    System.arraycopy(node.slots, at, slots, at + 2, node.slots.length - at);
    return changed(node, list ? 0 : node.bitmap | bit(hash, shift), slots, editor);
  }

  private static Node withSlot(Node node, int at, @Nullable Object content, Editor editor) {
    Node own =
        node.editor == editor ? node : changed(node, node.bitmap, node.slots.clone(), editor);
    own.slots[at] = content;
    return own;
  }

  private static Node changed(Node node, int bitmap, @Nullable Object[] slots, Editor editor) {
    if (node.editor != editor) {
      return new Node(bitmap, slots, editor);
    }
    node.bitmap = bitmap;
    node.slots = slots;
    return node;
  }

  /** What is left of a node without a key that it has; null where that is nothing. */
  private static @Nullable Node remove(Node node, Object key, int hash, int shift, Editor editor) {
    int at = place(node, key, hash, shift);
    if (node.slots[at] == null) {
      Node rest = remove(below(node, at), key, hash, shift + BITS, editor);
      if (rest != null) {
        return withSlot(node, at + 1, rest, editor);
      }
    }
    if (node.slots.length == 2) {
      return null;
    }
    @Nullable Object[] slots = new @Nullable Object[node.slots.length - 2];
    System.arraycopy(node.slots, 0, slots, 0, at);
    System.arraycopy(node.slots, at + 2, slots, at, slots.length - at);
    int bitmap = shift > Integer.SIZE ? 0 : node.bitmap & ~bit(hash, shift);
    return changed(node, bitmap, slots, editor);
  }

  /** The values, in no particular order. */
  Collection<V> values() {
    return new AbstractCollection<>() {
      @Override
      public Iterator<V> iterator() {
        return new Values<>(root);
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  /** Goes through the nodes in depth; each in the stack has its next slot beside it. */
  private static final class Values<V> implements Iterator<V> {
    private final Deque<Node> nodes = new ArrayDeque<>();
    private final Deque<Integer> next = new ArrayDeque<>();

    Values(Node root) {
      nodes.push(root);
      next.push(0);
    }

    @Override
    public boolean hasNext() {
      while (!nodes.isEmpty()) {
        Node node = nodes.element();
        int at = next.element();
        if (at == node.slots.length) {
          nodes.pop();
          next.pop();
        } else if (node.slots[at] != null) {
          return true;
        } else {
          next.push(next.pop() + 2);
          nodes.push(below(node, at));
          next.push(0);
        }
      }
      return false;
    }

    @Override
    @SuppressWarnings("unchecked")
    public V next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int at = next.pop();
      next.push(at + 2);
      return (V) java.util.Objects.requireNonNull(nodes.element().slots[at + 1]);
    }
  }
}
