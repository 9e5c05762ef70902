package org.cometkv.aso.lua.work;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A rewriter of class files: the code does what it did, and counts it. */
final class Rewriter {

    private static final String WORK = Type.getInternalName(Work.class);
    private static final String SANDBOX = "org/cometkv/aso/lua/";
    private static final String CODEC = "org/cometkv/aso/codec/";
    private static final String LUAJ = "org/luaj/";
    private static final String COMPILER = LUAJ + "vm2/compiler/";
    private static final int SWITCH_CASES_MIN = 30;

    private final CostTable costs;

    /** Whether the code also says which method it is in whenever it counts. */
    private final boolean tellsMethods;

    /** Methods without a cost that the sandbox's own code calls. */
    final Set<String> unlisted = new HashSet<>();

    /** How many places were found where instructions and functions of scripts begin. */
    int interpreters;

    int callers;

    Rewriter(CostTable costs, boolean tellsMethods) {
        this.costs = costs;
        this.tellsMethods = tellsMethods;
    }

    byte[] rewrite(byte[] original) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        SmallMethods small = new SmallMethods();
        reader.accept(small, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        reader.accept(new CountingClass(writer, small), 0);
        return writer.toByteArray();
    }

    static boolean isRewritten(String owner) {
        return isOurs(owner) || owner.startsWith(LUAJ);
    }

    private static boolean isOurs(String owner) {
        return owner.startsWith(SANDBOX) || owner.startsWith(CODEC);
    }

    private final class CountingClass extends ClassVisitor {
        private final SmallMethods small;
        private String name;

        CountingClass(ClassVisitor next, SmallMethods small) {
            super(Opcodes.ASM9, next);
            this.small = small;
        }

        @Override
        public void visit(int version, int access, String own, String signature, String parent, String[] interfaces) {
            name = own;
            super.visit(version, access, own, signature, parent, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] thrown) {
            MethodVisitor next = super.visitMethod(access, method, descriptor, signature, thrown);
            return new CountingMethod(next, name, method, descriptor, small.has(method, descriptor));
        }
    }

    private final class CountingMethod extends MethodVisitor {
        private final String owner;
        private final String method;
        private final String descriptor;
        private final boolean isSmall;
        private final Set<Label> passed = new HashSet<>();

        CountingMethod(MethodVisitor next, String owner, String method, String descriptor, boolean isSmall) {
            super(Opcodes.ASM9, next);
            this.owner = owner;
            this.method = method;
            this.descriptor = descriptor;
            this.isSmall = isSmall;
        }

        private void count(String name, String parameters) {
            tell();
            super.visitMethodInsn(Opcodes.INVOKESTATIC, WORK, name, parameters, false);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (!isSmall) {
                count("step", "()V");
            }
            if (owner.equals(SANDBOX + "CallOps") && method.equals("builtin")) {
                // Its second parameter is the library function.
                callers++;
                super.visitVarInsn(Opcodes.ALOAD, 1);
                count("called", "(Ljava/lang/Object;)V");
            }
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label to) {
            if (passed.contains(to)) {
                count("step", "()V");
            }
            super.visitJumpInsn(opcode, to);
        }

        @Override
        public void visitTableSwitchInsn(int least, int most, Label otherwise, Label... labels) {
            if (owner.equals(SANDBOX + "Interpreter") && method.equals("loop") && labels.length > SWITCH_CASES_MIN) {
                interpreters++;
                super.visitInsn(Opcodes.DUP);
                count("opcode", "(I)V");
            }
            super.visitTableSwitchInsn(least, most, otherwise, labels);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.DREM) {
                count("remainder", "(DD)D");
            } else {
                super.visitInsn(opcode);
            }
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            if (opcode == Opcodes.NEWARRAY) {
                super.visitInsn(Opcodes.DUP);
                count("array", "(I)V");
            }
            super.visitIntInsn(opcode, operand);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.ANEWARRAY) {
                super.visitInsn(Opcodes.DUP);
                count("array", "(I)V");
            }
            super.visitTypeInsn(opcode, type);
        }

        @Override
        public void visitMethodInsn(int opcode, String called, String name, String parameters, boolean isInterface) {
            if (isRewritten(called)) {
                super.visitMethodInsn(opcode, called, name, parameters, isInterface);
                return;
            }
            if (called.startsWith("[")) {
                // The only method of an array that is not Object's is clone.
                super.visitMethodInsn(opcode, called, name, parameters, isInterface);
                result();
                return;
            }
            Optional<CostTable.Counted> instead = costs.counted(called, name, parameters);
            if (instead.isPresent()) {
                tell();
                super.visitMethodInsn(
                        Opcodes.INVOKESTATIC,
                        instead.get().owner(),
                        name,
                        instead.get().descriptor(),
                        false);
                cast(parameters, instead.get().descriptor());
                return;
            }
            Optional<Integer> units = costs.units(called, name, parameters);
            if (units.isEmpty()) {
                unknown(called + "." + name + parameters);
            } else if (units.get() != CostTable.RESULT) {
                constant(units.get());
            }
            super.visitMethodInsn(opcode, called, name, parameters, isInterface);
            if (units.isPresent() && units.get() == CostTable.RESULT) {
                result();
            }
        }

        private void tell() {
            if (tellsMethods) {
                super.visitLdcInsn(owner.substring(owner.lastIndexOf('/') + 1) + "." + method);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, WORK, "at", "(Ljava/lang/String;)V", false);
            }
        }

        private void result() {
            super.visitInsn(Opcodes.DUP);
            count("result", "(Ljava/lang/Object;)V");
        }

        private void constant(int units) {
            if (units == 1) {
                count("step", "()V");
            } else {
                super.visitIntInsn(Opcodes.SIPUSH, units);
                count("add", "(I)V");
            }
        }

        /** What a counted method gives may be declared less narrowly. */
        private void cast(String parameters, String counted) {
            Type wanted = Type.getReturnType(parameters);
            if (!wanted.equals(Type.getReturnType(counted))) {
                super.visitTypeInsn(Opcodes.CHECKCAST, wanted.getInternalName());
            }
        }

        private void unknown(String called) {
            if (isOurs(owner)) {
                unlisted.add(called + " in " + owner + "." + method);
            } else if (!owner.startsWith(COMPILER)) {
                super.visitLdcInsn(called + " in " + owner + "." + method + descriptor);
                count("unlisted", "(Ljava/lang/String;)V");
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String parameters, Handle bootstrap, Object... arguments) {
            super.visitInvokeDynamicInsn(name, parameters, bootstrap, arguments);
            if (bootstrap.getName().startsWith("makeConcat")) {
                result();
                return;
            }
            for (Handle target : handles(arguments)) {
                if (!isRewritten(target.getOwner())) {
                    function(target);
                }
            }
        }

        /** A method elsewhere that is passed on as a function: it is counted here, once, as if it were called here. */
        private void function(Handle target) {
            Optional<Integer> units = costs.functionUnits(target.getOwner(), target.getName(), target.getDesc());
            if (units.isPresent()) {
                constant(units.get());
            } else if (isOurs(owner)) {
                unlisted.add(target + " as a function in " + owner + "." + method);
            }
        }

        private List<Handle> handles(Object[] arguments) {
            List<Handle> handles = new ArrayList<>();
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    handles.add(handle);
                }
            }
            return handles;
        }
    }
}
