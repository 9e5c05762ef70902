-- family: parser
-- attack: a function that captures 300 locals of two enclosing functions
-- event: onGet
-- outcome: error
local a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24,
a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47,
a48, a49, a50, a51, a52, a53, a54, a55, a56, a57, a58, a59, a60, a61, a62, a63, a64, a65, a66, a67, a68, a69, a70,
a71, a72, a73, a74, a75, a76, a77, a78, a79, a80, a81, a82, a83, a84, a85, a86, a87, a88, a89, a90, a91, a92, a93,
a94, a95, a96, a97, a98, a99, a100, a101, a102, a103, a104, a105, a106, a107, a108, a109, a110, a111, a112, a113,
a114, a115, a116, a117, a118, a119, a120, a121, a122, a123, a124, a125, a126, a127, a128, a129, a130, a131, a132,
a133, a134, a135, a136, a137, a138, a139, a140, a141, a142, a143, a144, a145, a146, a147, a148, a149, a150
function onGet()
local b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20, b21, b22, b23, b24,
b25, b26, b27, b28, b29, b30, b31, b32, b33, b34, b35, b36, b37, b38, b39, b40, b41, b42, b43, b44, b45, b46, b47,
b48, b49, b50, b51, b52, b53, b54, b55, b56, b57, b58, b59, b60, b61, b62, b63, b64, b65, b66, b67, b68, b69, b70,
b71, b72, b73, b74, b75, b76, b77, b78, b79, b80, b81, b82, b83, b84, b85, b86, b87, b88, b89, b90, b91, b92, b93,
b94, b95, b96, b97, b98, b99, b100, b101, b102, b103, b104, b105, b106, b107, b108, b109, b110, b111, b112, b113,
b114, b115, b116, b117, b118, b119, b120, b121, b122, b123, b124, b125, b126, b127, b128, b129, b130, b131, b132,
b133, b134, b135, b136, b137, b138, b139, b140, b141, b142, b143, b144, b145, b146, b147, b148, b149, b150
  return function()
return a1 or a2 or a3 or a4 or a5 or a6 or a7 or a8 or a9 or a10 or a11 or a12 or a13 or a14 or a15 or a16 or a17 or
a18 or a19 or a20 or a21 or a22 or a23 or a24 or a25 or a26 or a27 or a28 or a29 or a30 or a31 or a32 or a33 or a34 or
a35 or a36 or a37 or a38 or a39 or a40 or a41 or a42 or a43 or a44 or a45 or a46 or a47 or a48 or a49 or a50 or a51 or
a52 or a53 or a54 or a55 or a56 or a57 or a58 or a59 or a60 or a61 or a62 or a63 or a64 or a65 or a66 or a67 or a68 or
a69 or a70 or a71 or a72 or a73 or a74 or a75 or a76 or a77 or a78 or a79 or a80 or a81 or a82 or a83 or a84 or a85 or
a86 or a87 or a88 or a89 or a90 or a91 or a92 or a93 or a94 or a95 or a96 or a97 or a98 or a99 or a100 or a101 or a102
or a103 or a104 or a105 or a106 or a107 or a108 or a109 or a110 or a111 or a112 or a113 or a114 or a115 or a116 or
a117 or a118 or a119 or a120 or a121 or a122 or a123 or a124 or a125 or a126 or a127 or a128 or a129 or a130 or a131
or a132 or a133 or a134 or a135 or a136 or a137 or a138 or a139 or a140 or a141 or a142 or a143 or a144 or a145 or
a146 or a147 or a148 or a149 or a150 or b1 or b2 or b3 or b4 or b5 or b6 or b7 or b8 or b9 or b10 or b11 or b12 or b13
or b14 or b15 or b16 or b17 or b18 or b19 or b20 or b21 or b22 or b23 or b24 or b25 or b26 or b27 or b28 or b29 or b30
or b31 or b32 or b33 or b34 or b35 or b36 or b37 or b38 or b39 or b40 or b41 or b42 or b43 or b44 or b45 or b46 or b47
or b48 or b49 or b50 or b51 or b52 or b53 or b54 or b55 or b56 or b57 or b58 or b59 or b60 or b61 or b62 or b63 or b64
or b65 or b66 or b67 or b68 or b69 or b70 or b71 or b72 or b73 or b74 or b75 or b76 or b77 or b78 or b79 or b80 or b81
or b82 or b83 or b84 or b85 or b86 or b87 or b88 or b89 or b90 or b91 or b92 or b93 or b94 or b95 or b96 or b97 or b98
or b99 or b100 or b101 or b102 or b103 or b104 or b105 or b106 or b107 or b108 or b109 or b110 or b111 or b112 or b113
or b114 or b115 or b116 or b117 or b118 or b119 or b120 or b121 or b122 or b123 or b124 or b125 or b126 or b127 or
b128 or b129 or b130 or b131 or b132 or b133 or b134 or b135 or b136 or b137 or b138 or b139 or b140 or b141 or b142
or b143 or b144 or b145 or b146 or b147 or b148 or b149 or b150
  end
end
