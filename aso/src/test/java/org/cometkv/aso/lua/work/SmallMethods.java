package org.cometkv.aso.lua.work;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The methods of a class that are a part of whatever calls them: a few instructions, no loop and no call of another
 * rewritten method. HotSpot compiles them into their callers, so that to enter one is no step of its own.
 */
final class SmallMethods extends ClassVisitor {

    private static final int INSTRUCTIONS_MAX = 16;

    private final Set<String> small = new HashSet<>();

    SmallMethods() {
        super(Opcodes.ASM9);
    }

    boolean has(String name, String descriptor) {
        return small.contains(name + descriptor);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        return new MethodVisitor(Opcodes.ASM9) {
            private final Set<Label> passed = new HashSet<>();
            private int instructions;
            private boolean isPlain = true;

            @Override
            public void visitLabel(Label label) {
                passed.add(label);
            }

            @Override
            public void visitJumpInsn(int opcode, Label to) {
                instructions++;
                isPlain &= !passed.contains(to);
            }

            @Override
            public void visitMethodInsn(
                    int opcode, String owner, String called, String parameters, boolean isInterface) {
                instructions++;
                isPlain &= !Rewriter.isRewritten(owner);
            }

            @Override
            public void visitInsn(int opcode) {
                instructions++;
            }

            @Override
            public void visitIntInsn(int opcode, int operand) {
                instructions++;
            }

            @Override
            public void visitVarInsn(int opcode, int variable) {
                instructions++;
            }

            @Override
            public void visitFieldInsn(int opcode, String owner, String field, String type) {
                instructions++;
            }

            @Override
            public void visitEnd() {
                if (isPlain && instructions <= INSTRUCTIONS_MAX) {
                    small.add(name + descriptor);
                }
            }
        };
    }
}
