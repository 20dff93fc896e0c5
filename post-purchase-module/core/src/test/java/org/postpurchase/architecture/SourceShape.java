package org.postpurchase.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sizes of all main sources of the repository, as the compiler reads them. */
final class SourceShape {
  /** Lines by file, such as {@code admin-ui/…/Words.java}. */
  final Map<String, Integer> lines = new TreeMap<>();

  /** Most parameters by method or constructor, such as {@code Words#filled}. */
  final Map<String, Integer> parameters = new TreeMap<>();

  int types;
  int packagePrivate;

  static SourceShape ofRepository() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve("post-purchase-module"))) {
      root = root.getParent();
    }
    SourceShape shape = new SourceShape();
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(file -> file.toString().contains("/src/main/java/"))
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .forEach(files::add);
    }
    for (Path file : files) {
      try (Stream<String> text = Files.lines(file)) {
        shape.lines.put(root.relativize(file).toString(), (int) text.count());
      }
    }
    shape.read(files);
    return shape;
  }

  private void read(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      for (CompilationUnitTree unit : task.parse()) {
        for (Tree type : unit.getTypeDecls()) {
          read((ClassTree) type);
        }
      }
    }
  }

  private void read(ClassTree type) {
    types++;
    if (!type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
      packagePrivate++;
    }
    new Methods().scan(type, type.getSimpleName().toString());
  }

  private final class Methods extends TreeScanner<Void, String> {
    @Override
    public Void visitClass(ClassTree type, String owner) {
      String name = type.getSimpleName().toString();
      return super.visitClass(type, name.isEmpty() ? owner : name);
    }

    @Override
    public Void visitMethod(MethodTree method, String owner) {
      String name = method.getName().contentEquals("<init>") ? "new" : method.getName().toString();
      parameters.merge(owner + "#" + name, method.getParameters().size(), Math::max);
      return super.visitMethod(method, owner);
    }
  }
}
