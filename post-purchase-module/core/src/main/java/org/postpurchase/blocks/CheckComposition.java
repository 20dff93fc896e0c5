package org.postpurchase.blocks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postpurchase.blocks.BlockProblem.Code;

/** Finds what is wrong with a composition before it is written as a template. */
public final class CheckComposition {
  private static final int BLOCKS_MOST = 40;
  private static final int LINE_MAX = 250;

  private final BlockKinds kinds;

  public CheckComposition(BlockKinds kinds) {
    this.kinds = kinds;
  }

  /** Empty when it can be written. */
  public List<BlockProblem> problems(Composition mail) {
    List<BlockProblem> found = new ArrayList<>();
    text(found, -1, BlockField.required("subject", BlockField.Type.LINE), mail.subject);
    text(found, -1, BlockField.optional("preheader", BlockField.Type.LINE), mail.preheader);
    text(found, -1, BlockField.optional("reason", BlockField.Type.LINE), mail.reason);
    if (mail.blocks.isEmpty()) {
      found.add(new BlockProblem(-1, "", Code.NO_BLOCKS, ""));
    }
    if (mail.blocks.size() > BLOCKS_MOST) {
      found.add(new BlockProblem(-1, "", Code.TOO_MANY_BLOCKS, String.valueOf(BLOCKS_MOST)));
    }
    for (int i = 0; i < mail.blocks.size(); i++) {
      Block block = mail.blocks.get(i);
      Optional<BlockKind> kind = kinds.find(block.kind);
      if (!kind.isPresent()) {
        found.add(new BlockProblem(i, "", Code.UNKNOWN_KIND, block.kind));
        continue;
      }
      for (BlockField field : kind.get().fields()) {
        value(found, i, field, block.value(field.name));
      }
    }
    return found;
  }

  private static void value(List<BlockProblem> found, int at, BlockField field, String value) {
    switch (field.type) {
      case URL:
      case PICTURE:
        boolean picture = field.type == BlockField.Type.PICTURE;
        if (value.isEmpty() || value.length() > field.most()) {
          text(found, at, field, value);
        } else if (picture ? !Link.isPicture(value) : !Link.isLink(value)) {
          Code code = picture ? Code.BAD_PICTURE : Code.BAD_LINK;
          found.add(new BlockProblem(at, field.name, code, shortened(value)));
        }
        break;
      case HASHTAG:
        if (value.isEmpty() || value.length() > field.most()) {
          text(found, at, field, value);
        } else if (!BlockField.isHashtag(value)) {
          found.add(new BlockProblem(at, field.name, Code.BAD_HASHTAG, shortened(value)));
        }
        break;
      case CHOICE:
        break;
      default:
        text(found, at, field, value);
    }
  }

  private static void text(List<BlockProblem> found, int at, BlockField field, String value) {
    if (value.isEmpty()) {
      if (field.required) {
        found.add(new BlockProblem(at, field.name, Code.EMPTY, ""));
      }
      return;
    }
    int most = at < 0 ? LINE_MAX : field.most();
    if (value.codePointCount(0, value.length()) > most) {
      found.add(new BlockProblem(at, field.name, Code.TOO_LONG, String.valueOf(most)));
    }
    String unknown = RichText.unknownField(value);
    if (unknown != null) {
      found.add(new BlockProblem(at, field.name, Code.UNKNOWN_FIELD, shortened(unknown)));
    }
    String link = RichText.badLink(value);
    if (link != null) {
      found.add(new BlockProblem(at, field.name, Code.BAD_LINK, shortened(link)));
    }
  }

  private static String shortened(String value) {
    return value.length() > 80 ? value.substring(0, 80) + "…" : value;
  }
}
